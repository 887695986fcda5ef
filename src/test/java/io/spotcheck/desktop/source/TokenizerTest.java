package io.spotcheck.desktop.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.desktop.source.Token.Kind;
import io.spotcheck.resolution.Source.Syntax;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

    @Test
    void coloursAnElementWithItsAttributesAndCdata() {
        assertThat(pieces(Syntax.XML, "<Tracking event=\"start\"><![CDATA[https://x/?a<b]]></Tracking> text"))
                .containsExactly("TAG <Tracking", "ATTRIBUTE event", "VALUE \"start\"", "TAG >",
                        "COMMENT <![CDATA[", "CDATA https://x/?a<b", "COMMENT ]]>", "TAG </Tracking", "TAG >");
    }

    @Test
    void coloursCommentsAndDeclarations() {
        assertThat(pieces(Syntax.XML, "<?xml version=\"1.0\"?><!-- <Ad> --><Ad/>"))
                .containsExactly("COMMENT <?xml version=\"1.0\"?>", "COMMENT <!-- <Ad> -->", "TAG <Ad", "TAG />");
    }

    @Test
    void coloursKeysValuesNumbersAndWordsOfJson() {
        assertThat(pieces(Syntax.JSON, "{\"id\" : \"a\\\"b\", \"n\": -1.5e+3, \"ok\": true}"))
                .containsExactly("KEY \"id\"", "VALUE \"a\\\"b\"", "KEY \"n\"", "CDATA -1.5e+3", "KEY \"ok\"",
                        "TAG true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<Ad", "<Ad x=\"", "<![CDATA[", "<!--", "</", "<Ad <b>", "a < b", "<Ad x='1\"", ""})
    void takesEveryBrokenText(String text) {
        for (Syntax syntax : Syntax.values()) {
            List<Token> tokens = Tokenizer.of(syntax).tokens(text);
            int at = 0;
            for (Token token : tokens) {
                assertThat(token.start()).isGreaterThanOrEqualTo(at);
                assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(text.length());
                at = token.end();
            }
        }
    }

    @Test
    void aForgottenQuoteInJsonEndsWithItsLine() {
        assertThat(Tokenizer.of(Syntax.JSON).tokens("\"open\n\"k\": 1")).extracting(Token::kind)
                .containsExactly(Kind.VALUE, Kind.KEY, Kind.CDATA);
    }

    private static List<String> pieces(Syntax syntax, String text) {
        return Tokenizer.of(syntax).tokens(text).stream()
                .map(t -> t.kind() + " " + text.substring(t.start(), t.end())).toList();
    }
}
