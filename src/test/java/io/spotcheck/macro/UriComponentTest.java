package io.spotcheck.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriComponentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Az09-_.!~*'()  | Az09-_.!~*'()
            a b+c          | a%20b%2Bc
            1,2            | 1%2C2
            50%            | 50%25
            %20            | %2520
            ;/?:@&=+$#     | %3B%2F%3F%3A%40%26%3D%2B%24%23
            [X]{}^<>       | %5BX%5D%7B%7D%5E%3C%3E
            ü€😀           | %C3%BC%E2%82%AC%F0%9F%98%80
            """)
    void valuesAreEncodedAsScriptsDo(String value, String encoded) {
        assertThat(UriComponent.encode(value)).isEqualTo(encoded);
    }

    @Test
    void controlCharactersAreEncodedAndHalfACharacterIsAQuestionMark() {
        assertThat(UriComponent.encode("\u0000\t\n\u007F")).isEqualTo("%00%09%0A%7F");
        assertThat(UriComponent.encode("a\uD83D")).isEqualTo("a%3F");
        assertThat(UriComponent.encode("|\\\"`")).isEqualTo("%7C%5C%22%60");
        assertThat(UriComponent.encode("")).isEmpty();
    }

    @Test
    void whateverIsEncodedOnceIsDecodedOnce() {
        var random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            String value = random.ints(20, 1, 0x2FFF).filter(c -> !Character.isSurrogate((char) c))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            String encoded = UriComponent.encode(value);

            assertThat(encoded).matches("[A-Za-z0-9%\\-_.!~*'()]*");
            assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(value);
        }
    }
}
