package io.spotcheck.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

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
            {"id": "1", "imp": []}                                           | openrtb
            """)
    void recognisesDocuments(String text, String protocol) {
        assertThat(Pasted.recognise(text)).contains(new Pasted.Document(protocol, text));
    }

    @Test
    void leavesOtherTextsAlone() {
        assertThat(Pasted.recognise("forty tags before lunch")).isEqualTo(Optional.empty());
        assertThat(Pasted.recognise("")).isEmpty();
    }
}
