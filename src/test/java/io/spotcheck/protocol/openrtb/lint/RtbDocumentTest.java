package io.spotcheck.protocol.openrtb.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document shows what it is by its content. */
class RtbDocumentTest {

    @ParameterizedTest
    @CsvSource({"request-2.5, REQUEST, 2.5", "request-2.6, REQUEST, 2.6", "request-dooh, REQUEST, 2.6",
        "response, RESPONSE, 2.6", "native-request, NATIVE_REQUEST, 1.2", "native-response, NATIVE_RESPONSE, 1.2"})
    void recognisesCompleteDocumentsAndTheirVersions(String document, RtbKind kind, String version) {
        assertThat(RtbDocument.of(RtbSamples.json(RtbSamples.text(document))))
                .contains(new RtbDocument(kind, Optional.of(version)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"id\": \"1\", \"site\": {}}|REQUEST", "{\"imp\": []}|REQUEST", "{\"id\": \"1\", \"nbr\": 2}|RESPONSE",
        "{\"seatbid\": []}|RESPONSE", "{\"native\": {\"assets\": []}}|NATIVE_REQUEST",
        "{\"native\": {\"link\": {\"url\": \"x\"}}}|NATIVE_RESPONSE",
        "{\"assets\": [{\"id\": 1, \"title\": {\"len\": 25}}]}|NATIVE_REQUEST",
        "{\"assets\": [{\"id\": 1, \"title\": {\"text\": \"Lamp\"}}]}|NATIVE_RESPONSE",
        "{\"openrtb\": {\"ver\": \"3.0\", \"response\": {}}}|RESPONSE", "{}|RESPONSE",
        "{\"id\": \"1\"}|RESPONSE", "{\"id\": \"1\", \"cur\": \"USD\"}|RESPONSE", "[{\"id\": \"1\", \"imp\": []}]|REQUEST",
        "{\"id\": \"1\", \"item\": [], \"tmax\": 100}|REQUEST"})
    void recognisesWhatIsIncomplete(String text, RtbKind kind) {
        assertThat(RtbDocument.of(RtbSamples.json(text)).orElseThrow().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"[]", "7", "[7]", "{\"name\": \"lamp\"}",
        "{\"id\": \"1\", \"name\": \"lamp\"}",
        "{\"site\": {}, \"restrictions\": {}}"})
    void takesNothingElseForOpenRtb(String text) {
        assertThat(RtbDocument.of(RtbSamples.json(text))).isEmpty();
    }

    @Test
    void recognisesWhatIsBroken() {
        assertThat(RtbDocument.ofBroken("{\"id\": \"1\", \"imp\": [{")).contains(RtbKind.REQUEST);
        assertThat(RtbDocument.ofBroken("{\"id\": \"1\", \"seatbid\": [{")).contains(RtbKind.RESPONSE);
        assertThat(RtbDocument.ofBroken("{\"assets\": [{")).contains(RtbKind.NATIVE_REQUEST);
        assertThat(RtbDocument.ofBroken("{\"name\": ")).isEmpty();
    }

    @Test
    void showsTheVersionByFieldsThatOnlyOneHas() {
        assertThat(version("{\"imp\": [{\"id\": \"1\", \"rwdd\": 1}]}")).contains("2.6");
        assertThat(version("{\"imp\": [{\"id\": \"1\", \"video\": {\"protocol\": 2}}]}")).contains("2.5");
        assertThat(version("{\"imp\": [{\"id\": \"1\"}]}")).isEmpty();
    }

    private static Optional<String> version(String text) {
        return RtbDocument.of(RtbSamples.json(text)).orElseThrow().version();
    }
}
