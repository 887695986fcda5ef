package io.spotcheck.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://ads.example/tag?x=[CACHEBUSTING]     | vast
            {{sandbox}}/tags/inline                      | vast
            https://ads.example/gampad?output=vmap       | vmap
            """)
    void recognisesTags(String text, String protocol) {
        assertThat(Pasted.recognise("  " + text + "\n")).contains(new Pasted.Tag(protocol, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <VAST version="4.0"/>                                            | vast
            <?xml version="1.0"?><!-- a --> <VAST xmlns="http://x"/>         | vast
            <vmap:VMAP xmlns:vmap="http://www.iab.net/vmap-1.0"/>            | vmap
            {"id": "1", "seatbid": []}                                       | openrtb
            {"id": "1", "broken": }                                          | openrtb
            """)
    void recognisesDocuments(String text, String protocol) {
        assertThat(Pasted.recognise(text)).contains(new Pasted.Document(protocol, text));
    }

    @Test
    void aBidRequestIsWhatIsSent() {
        Pasted.Question question = (Pasted.Question) Pasted.recognise("{\"id\":\"1\",\"imp\":[{\"bidfloor\":1.10}]}")
                .orElseThrow();
        assertThat(question.protocol()).isEqualTo("openrtb");
        assertThat(question.options()).isEqualToIgnoringWhitespace(
                "{\"request\":{\"id\":\"1\",\"imp\":[{\"bidfloor\":1.10}]}}");
    }

    @Test
    void aNativeAdIsTheMarkupOfABidForANativeImpression() {
        Pasted.Document document = (Pasted.Document) Pasted.recognise(
                "{\"native\":{\"link\":{\"url\":\"https://a.example/\"},\"assets\":[]}}").orElseThrow();
        assertThat(document.text()).contains("seatbid", "https://a.example/");
        assertThat(document.options()).contains("\"imp\"", "\"native\"");
    }

    @Test
    void aNativeRequestBelongsIntoAnImpression() {
        Pasted.Question question = (Pasted.Question) Pasted.recognise(
                "{\"ver\":\"1.2\",\"assets\":[{\"id\":1,\"required\":1,\"title\":{\"len\":90}}]}").orElseThrow();
        assertThat(question.options()).contains("\"imp\"", "\"native\"", "\"request\"");
    }

    @Test
    void aFileIsAPathOfThisComputer() {
        Pasted.Tag tag = (Pasted.Tag) Pasted.recognise("file:/tags/my%20tag.xml").orElseThrow();
        assertThat(tag.isFile()).isTrue();
        assertThat(tag.address()).isEqualTo(Path.of("/tags/my tag.xml").toString());
        assertThat(((Pasted.Tag) Pasted.recognise("https://a.example/").orElseThrow()).isFile()).isFalse();
    }

    @Test
    void leavesOtherTextsAlone() {
        assertThat(Pasted.recognise("forty tags before lunch")).isEqualTo(Optional.empty());
        assertThat(Pasted.recognise("")).isEmpty();
    }
}
