package io.spotcheck.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spotcheck.resolution.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON with the place of every value. */
class JsonReaderTest {

    private static final String TEXT = """
            {
              "id": "r1",
              "imp": [ {"id": "1", "bidfloor": 1.50, "secure": 1, "a/b~c": null},
                       {"big": 1e400, "yes": true} ]
            }
            """;

    private final JsonReader reader = new JsonReader();

    @Test
    void everyValueKnowsItsPlaceAndItsText() throws MalformedJsonException {
        JsonElement root = reader.read(TEXT);

        assertThat(root.location()).isEqualTo(new Location(1, 1, ""));
        JsonElement floor = root.at("/imp/0/bidfloor").orElseThrow();
        assertThat(floor.location()).isEqualTo(new Location(3, 36, "/imp/0/bidfloor"));
        assertThat(floor.text()).isEqualTo("1.50");
        assertThat(TEXT.substring(floor.start(), floor.end())).isEqualTo("1.50");
        JsonElement id = root.member("id").orElseThrow();
        assertThat(TEXT.substring(id.start(), id.end())).isEqualTo("\"r1\"");
        JsonElement imps = root.member("imp").orElseThrow();
        assertThat(TEXT.substring(imps.start(), imps.end())).startsWith("[ {").endsWith("} ]");
        assertThat(root.end()).isEqualTo(TEXT.strip().length());
    }

    @Test
    void pointersEscapeSlashesAndTildes() throws MalformedJsonException {
        JsonElement odd = reader.read(TEXT).items("imp").getFirst().member("a/b~c").orElseThrow();

        assertThat(odd.pointer()).isEqualTo("/imp/0/a~1b~0c");
        assertThat(odd.parent().orElseThrow().at("/a~1b~0c")).containsSame(odd);
        assertThat(reader.read(TEXT).at("/imp/00")).isEmpty();
        assertThat(reader.read(TEXT).at("/imp/2")).isEmpty();
    }

    @Test
    void numbersAreExactAndHugeOnesHarmless() throws MalformedJsonException {
        JsonElement root = reader.read(TEXT);

        assertThat(root.at("/imp/0").orElseThrow().integer("secure")).hasValue(1);
        assertThat(root.at("/imp/0").orElseThrow().integer("bidfloor")).isEmpty();
        assertThat(root.at("/imp/1").orElseThrow().integer("big")).isEmpty();
        assertThat(root.at("/imp/1/yes").orElseThrow().bool()).contains(true);
    }

    @Test
    void ofDoubledNamesTheLastOneCountsAndBothAreThere() throws MalformedJsonException {
        JsonElement root = reader.read("{\"a\": 1, \"a\": 2}");

        assertThat(root.integer("a")).hasValue(2);
        assertThat(root.members()).hasSize(2);
    }

    @Test
    void brokenTextSaysWhereItBreaks() {
        var broken = catchThrowableOfType(MalformedJsonException.class,
                () -> reader.read("{\n  \"imp\": [ {\"id\": 1,, } ]\n}"));

        assertThat(broken.location().line()).isEqualTo(2);
        assertThat(broken.location().path()).isEqualTo("/imp/0");
        assertThat(broken.getMessage()).doesNotContain("Source");
        assertThat(broken.isLimit()).isFalse();
        assertThat(catchThrowableOfType(MalformedJsonException.class, () -> reader.read("  "))).isNotNull();
        assertThat(catchThrowableOfType(MalformedJsonException.class, () -> reader.read("{} {}")).location())
                .isEqualTo(new Location(1, 4, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id": "1", "imp": [{"id": | The document ends before the object that begins in line 1 is closed.
            {"imp": [1,                | The document ends before the array that begins in line 1 is closed.
            {"price": NaN}             | Non-standard token 'NaN'
            """)
    void saysItInWordsForWhoWroteTheDocument(String text, String message) {
        assertThat(catchThrowableOfType(MalformedJsonException.class, () -> reader.read(text)))
                .hasMessage(message);
    }

    @Test
    void depthIsALimit() {
        String deep = "[".repeat(JsonReader.MAX_DEPTH + 1);

        assertThat(catchThrowableOfType(MalformedJsonException.class, () -> reader.read(deep)).isLimit()).isTrue();
    }
}
