package io.spotcheck.protocol.vast;

import static io.spotcheck.protocol.vast.Tags.inline;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What servers really send: marks, encodings, namespaces, cases, and things that are no VAST at all. */
class RealWorldInputTest {

    private static final String TITLE = "Grüße aus Zürich";
    private static final String TAG = inline("in").replace("Title of in", TITLE);

    private static byte[] bytes(String text, Charset charset, int... mark) {
        var out = new ByteArrayOutputStream();
        for (int b : mark) {
            out.write(b);
        }
        out.writeBytes(text.getBytes(charset));
        return out.toByteArray();
    }

    private static String declaring(String encoding) {
        return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n" + TAG;
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of("UTF-8 with a mark", bytes(declaring("UTF-8"), StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF)),
                Arguments.of("UTF-16LE with a mark", bytes(TAG, StandardCharsets.UTF_16LE, 0xFF, 0xFE)),
                Arguments.of("UTF-16BE with a mark",
                        bytes(declaring("UTF-16"), StandardCharsets.UTF_16BE, 0xFE, 0xFF)),
                Arguments.of("UTF-16LE without a mark", bytes(declaring("UTF-16"), StandardCharsets.UTF_16LE)),
                Arguments.of("Latin-1 that says so", bytes(declaring("ISO-8859-1"), StandardCharsets.ISO_8859_1)),
                Arguments.of("blanks before the declaration",
                        bytes("\n  \t" + declaring("UTF-8"), StandardCharsets.UTF_8)),
                Arguments.of("a mark and blanks before it",
                        bytes("  " + declaring("UTF-8"), StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void isReadWhateverItsEncoding(String what, byte[] document) {
        AdResponse response = Memory.of(document).resolve();

        assertThat(response.error()).isEmpty();
        assertThat(response.ads()).singleElement().satisfies(ad -> assertThat(ad.adTitle()).contains(TITLE));
        assertThat(response.resolution().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTF-16, UTF-8", "x-none, UTF-8", "UTF-8, UTF-16LE"})
    void isReadAndDoubtedWhenItDeclaresAnotherEncodingThanItHas(String declared, Charset stored) {
        AdResponse response = Memory.of(bytes(declaring(declared), stored)).resolve();

        assertThat(response.ads()).singleElement().satisfies(ad -> assertThat(ad.adTitle()).contains(TITLE));
        assertThat(response.resolution().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("XML-ENCODING-WRONG");
            assertThat(finding.message()).contains(declared, stored.name());
            assertThat(finding.location()).get().extracting(Location::line).isEqualTo(1);
        });
    }

    @Test
    void bytesThatAreNoCharactersAreAFindingAtTheirPlace() {
        AdResponse response = Memory.of(bytes(declaring("UTF-8"), StandardCharsets.ISO_8859_1)).resolve();

        assertThat(response.success()).isTrue();
        assertThat(response.resolution().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("XML-ENCODING-WRONG");
            assertThat(finding.location()).get().extracting(Location::line).isEqualTo(3);
        });
    }

    @Test
    void aNamespaceWithOrWithoutAPrefixIsNoObstacle() {
        String spoken = TAG.replace("<VAST ", "<VAST xmlns=\"http://www.iab.com/VAST\" ");
        String prefixed = TAG.replaceAll("<(/?)([A-Z])", "<$1v:$2").replace("<v:VAST ",
                "<v:VAST xmlns:v=\"http://www.iab.com/VAST\" ");

        for (String document : List.of(spoken, prefixed, prefixed.replaceAll(" xmlns:v=\"[^\"]*\"", ""))) {
            AdResponse response = Memory.of(document).resolve();
            assertThat(response.ads()).singleElement().satisfies(ad -> assertThat(ad.tracking()).hasSize(5));
        }
    }

    @Test
    void namesInAnotherCaseAreReadAndAreAFinding() {
        String lower = lowerCase(TAG);

        AdResponse response = Memory.of(lower).resolve();

        assertThat(response.ads()).singleElement().satisfies(ad -> {
            assertThat(ad.id()).contains("in");
            assertThat(ad.tracking()).hasSize(5);
            assertThat(ad.chosenMediaFile()).isPresent();
        });
        assertThat(response.resolution().findings()).extracting(Finding::rule).containsExactly("VAST-ROOT-CASE");
    }

    private static String lowerCase(String document) {
        return Pattern.compile("</?[A-Za-z]+").matcher(document)
                .replaceAll(tag -> tag.group().toLowerCase(Locale.ROOT));
    }

    @Test
    void anAmpersandThatNobodyEscapedIsNamedWithItsPlaceAndTheRemedy() {
        String document = "<VAST version=\"3.0\">\n<Error>https://t.example/?a=1&b=2</Error>\n</VAST>";

        AdResponse response = Memory.of(document).resolve();

        assertThat(response.errorCode()).contains(ErrorCode.MALFORMED);
        assertThat(response.protocolCode()).hasValue(100);
        assertThat(response.error()).get().asString().contains("ampersand", "&amp;");
        assertThat(response.failures().getFirst().location()).contains(new Location(2, 30, "/VAST/Error"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<!DOCTYPE html><html><head><meta></head></html> | MALFORMED   | This is an HTML page",
        "<html><body><p>No</p></body></html>             | MALFORMED   | This is an HTML page",
        "<HTML><BODY></BODY></HTML>                      | MALFORMED   | This is an HTML page",
        "{\"error\": \"no fill\"}                        | MALFORMED   | This is JSON",
        "[]                                              | MALFORMED   | This is JSON",
        "no ad today                                     | MALFORMED   | not well-formed",
        "<VAST version='4.0'>                            | MALFORMED   | not well-formed",
        "<vmap:VMAP xmlns:vmap='x' version='1.0'/>       | UNSUPPORTED | VMAP",
        "<VideoAdServingTemplate><Ad/></VideoAdServingTemplate> | UNSUPPORTED | VAST 1.0",
        "<videoadservingtemplate/>                       | UNSUPPORTED | VAST 1.0",
        "<VAST version='1.0'/>                           | UNSUPPORTED | VAST 1.0",
        "<VAST version='6.1'/>                           | UNSUPPORTED | VAST 6.1",
        "<DAAST version='1.0'/>                          | UNSUPPORTED | DAAST",
        "<Playlist/>                                     | MALFORMED   | “Playlist”"})
    void whatIsNotVastIsNamed(String body, ErrorCode code, String name) {
        AdResponse response = Memory.of(body).resolve();

        assertThat(response.errorCode()).contains(code);
        assertThat(response.error()).get().asString().contains(name);
        assertThat(response.failures()).singleElement().satisfies(f -> assertThat(f.location()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"''", "'   '", "'\r\n'"})
    void anEmptyBodyIsNoAdAndSaysHowNoAdIsSaid(String body) {
        AdResponse response = Memory.of(body).resolve();

        assertThat(response.errorCode()).contains(ErrorCode.NO_AD);
        assertThat(response.resolution().findings()).extracting(Finding::rule).containsExactly("VAST-BODY-EMPTY");
    }

    @ParameterizedTest
    @CsvSource({"''", "2.0.1", "3", "4.4", "next"})
    void aVersionThatNobodyCanPlaceIsNoReasonToRefuse(String version) {
        assertThat(Memory.of(TAG.replace("4.2", version)).resolve().success()).isTrue();
    }

    @Test
    void theTagOfVast1InAWrapperIsStillFollowed() {
        String old = "<VAST version=\"2.0\"><Ad><Wrapper><VASTAdTagURL><URL>memory://b</URL></VASTAdTagURL></Wrapper>"
                + "</Ad></VAST>";

        assertThat(Memory.of(old).and("b", TAG).resolve().success()).isTrue();
    }
}
