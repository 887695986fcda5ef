package io.spotcheck.desktop.source.assist;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.desktop.source.assist.MarkupCursor.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupCursorTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            |                                              ; content in /
            <VAST>|                                        ; content in /VAST
            <VAST><Ad/>|                                   ; content in /VAST
            <VAST><Ad></Ad>|                               ; content in /VAST
            <VAST><A|d>                                    ; tag_name in /VAST
            <VAST><|                                       ; tag_name in /VAST
            <VAST></VA|                                    ; end_tag in /VAST
            <VAST><Ad |                                    ; attribute_name in /VAST/Ad
            <VAST><Ad i|d="1">                             ; attribute_name in /VAST/Ad
            <VAST><Ad id="|">                              ; attribute_value in /VAST/Ad
            <VAST><Ad id="1"|>                             ; attribute_name in /VAST/Ad
            <VAST><Ad id="1">|                             ; content in /VAST/Ad
            <VAST><!-- <Ad> | -->                          ; opaque in /VAST
            <VAST><Error><![CDATA[https://x/|]]></Error>   ; opaque in /VAST/Error
            <VAST><!-- a --><Ad>|                          ; content in /VAST/Ad
            <v:VMAP><v:AdBreak>|                           ; content in /VMAP/AdBreak
            <VAST><Ad><InLine></Ad>|                       ; content in /VAST
            <VAST a="<Ad>">|                               ; content in /VAST
            <VAST><Ad id="1><InLine>|                      ; attribute_value in /VAST/Ad
            <VAST>1 < 2 <Ad>|                              ; content in /VAST/Ad
            """)
    void knowsWhereTheCaretIs(String marked, String expected) {
        int caret = marked.indexOf('|');
        assertThat(MarkupCursor.at(marked.replace("|", ""), caret)).hasToString(expected);
    }

    @Test
    void knowsWhatIsWrittenAlready() {
        MarkupCursor cursor = at("<VAST version='4.1'><Ad><InLine><AdTitle/><Impression id='1' |x='2'");

        assertThat(cursor.where()).isEqualTo(Where.ATTRIBUTE_NAME);
        assertThat(cursor.written()).containsExactly("id");
        assertThat(cursor.siblings()).containsExactly("AdTitle");
        assertThat(cursor.version()).contains("4.1");
        assertThat(at("<VAST><Ad><InLine><AdTitle></AdTitle><Creatives><Creative/></Creatives>|").siblings())
                .containsExactly("AdTitle", "Creatives");
    }

    @Test
    void knowsWhatFollows() {
        assertThat(at("<VAST><Ad><InLine><AdTitle/>|<Impression a='>'><![CDATA[<Error>]]></Impression><!-- <Ad> --><Error/>"
                + "<Creatives><Creative/></Creatives></InLine><Wrapper/></Ad>").siblings())
                .containsExactly("AdTitle", "Impression", "Error", "Creatives");
        assertThat(at("<VAST><Ad>|<InLine").siblings()).isEmpty();
    }

    @Test
    void aCaretBehindTheEndIsAtTheEnd() {
        assertThat(MarkupCursor.at("<VAST>", 100).path()).containsExactly("VAST");
        assertThat(MarkupCursor.at("", 5).where()).isEqualTo(Where.CONTENT);
    }

    private static MarkupCursor at(String marked) {
        return MarkupCursor.at(marked.replace("|", ""), marked.indexOf('|'));
    }
}
