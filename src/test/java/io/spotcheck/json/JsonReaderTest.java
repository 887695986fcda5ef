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
            {"price": NaN}             | JSON has no number NaN; leave out what is not known.
            """)
    void saysItInWordsForWhoWroteTheDocument(String text, String message) {
        assertThat(catchThrowableOfType(MalformedJsonException.class, () -> reader.read(text)))
                .hasMessage(message);
    }

    /** Every fault has its own words, and stands where the writer has to change something. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": 1,}           | 8  | There is a comma before the “}” that ends the object.
            [1, 2,]             | 6  | There is a comma before the “]” that ends the array.
            [1,, 2]             | 4  | There is a comma too many.
            {'a': 1}            | 2  | Names and texts are in double quotes, not in single ones.
            {“a”: 1}            | 2  | Names and texts are in straight double quotes, not in ““”.
            {"a": 1 // one      | 9  | There is a comment here; JSON has none.
            /* a */ {}          | 1  | There is a comment here; JSON has none.
            {"a": -Infinity}    | 7  | JSON has no number -Infinity; leave out what is not known.
            {"a": undefined}    | 7  | JSON has no value undefined; leave out what is not known.
            {"a": True}         | 7  | True is written true in JSON.
            {"a": abc}          | 7  | The text abc is not in double quotes.
            {a: 1}              | 2  | The name a is not in double quotes.
            {1: 1}              | 2  | A name in double quotes belongs here, and not “1”.
            {"a" 1}             | 6  | There is no colon behind the name.
            {"a"= 1}            | 5  | There is no colon behind the name; “=” is none.
            {"a": }             | 7  | There is no value before this “}”.
            {"a": 1 "b": 2}     | 9  | There is no comma before “"b"”.
            {"a": 1; "b": 2}    | 8  | There is no comma before “;”.
            {"a": [1}           | 9  | This “}” does not end the array that begins in line 1; a “]” does.
            {"a": 1}}           | 9  | There is one “}” too many.
            {"a": 1} {"a": 2}   | 10 | A second document begins here; give one at a time.
            {"a": 1} x          | 10 | Something follows the end of the document: “x”.
            {"a": 007}          | 7  | A number does not begin with a zero: 007.
            {"a": 0x1F}         | 7  | “0x1F” is no number of JSON, which has decimal ones only.
            {"a": +1}           | 7  | A number begins with a digit or a minus sign, and not with “+”.
            {"a": .5}           | 7  | A number begins with a digit or a minus sign, and not with “.”.
            {"a": 5.}           | 7  | A digit belongs behind the decimal point.
            {"a": "\\x"}        | 8  | \\x is no escape of JSON; write a backslash as \\\\.
            {"a": "\\u12"}      | 8  | Four digits of 0 to 9 and a to f belong behind \\u.
            {"a": "b            | 9  | The document ends before the object that begins in line 1 is closed.
            """)
    void everyFaultHasItsWordsAndItsColumn(String text, int column, String message) {
        var broken = catchThrowableOfType(MalformedJsonException.class, () -> reader.read(text));

        assertThat(broken).hasMessage(message);
        assertThat(broken.location().line()).isEqualTo(1);
        assertThat(broken.location().column()).isEqualTo(column);
    }

    @Test
    void linesAreCountedHoweverTheyEnd() {
        var broken = catchThrowableOfType(MalformedJsonException.class,
                () -> reader.read("{\r\n\"a\": 1,\r\"b\": \"x\n\"}"));

        assertThat(broken).hasMessageStartingWith("The line ends within a text");
        assertThat(broken.location()).isEqualTo(new Location(3, 8, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": "%s"} | U+0000
            {"a": %s}   | U+00A0
            """)
    void charactersThatNobodySeesAreNamed(String text, String name) {
        String hidden = text.replace("%s", name.equals("U+0000") ? "\u0000" : "\u00A01");

        assertThat(catchThrowableOfType(MalformedJsonException.class, () -> reader.read(hidden)))
                .hasMessageContaining(name);
    }

    @Test
    void depthAndLengthAreLimits() {
        String deep = "{\n\"a\": " + "[".repeat(JsonReader.MAX_DEPTH + 1);
        var tooDeep = catchThrowableOfType(MalformedJsonException.class, () -> reader.read(deep));
        var tooLong = catchThrowableOfType(MalformedJsonException.class,
                () -> reader.read("{\n\"a\": " + "1".repeat(1_000) + "}"));

        assertThat(tooDeep.isLimit()).isTrue();
        assertThat(tooDeep).hasMessage("Values are nested more than 128 deep.");
        assertThat(tooDeep.location().line()).isEqualTo(2);
        assertThat(tooLong.isLimit()).isTrue();
        assertThat(tooLong).hasMessage("A number has more than 100 characters.");
        assertThat(tooLong.location().line()).isEqualTo(2);
    }
}
