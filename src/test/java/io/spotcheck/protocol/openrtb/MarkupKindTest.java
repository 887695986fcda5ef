package io.spotcheck.protocol.openrtb;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.protocol.openrtb.request.Impression;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a markup is, shows by its beginning; the kind of the bid tells only where it does not. */
class MarkupKindTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <VAST version="4.2"/>                                                   | BANNER | VAST
            <?xml version="1.0"?><!-- <p>made by us</p> --> <VAST version="4.2">    | BANNER | VAST
            {"assets": [{"id": 4, "video": {"vasttag": "<VAST version='4.2'/>"}}]}  | NATIVE | NATIVE
            {"assets": [{"id": 4, "video": {"vasttag": "<VAST version='4.2'/>"}}]}  | VIDEO  | NATIVE
            <div id="p"></div><script>play('<VAST version="4.2"></VAST>')</script>  | BANNER | HTML
            <!-- <VAST version="4.2"/> --><a href="https://x.example">ad</a>        | BANNER | HTML
            https://x.example/vast                                                  | VIDEO  | VAST_ADDRESS
            https://x.example/frame                                                 | BANNER | HTML
            """)
    void theBeginningTells(String markup, Impression.Kind said, MarkupKind kind) {
        assertThat(MarkupKind.of(markup, Optional.of(said))).isEqualTo(kind);
    }
}
