package io.spotcheck.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentUrlTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://a.example", "HTTP://A.Example:80/x?y#z", "https://a.example:8443?q",
        "http://a.example/#f",
        "https://[2001:DB8::1]:443/x", "http://me:secret@a.example/%7e%zz?[X]&a=1&a=2&&", "  http://a.example/  "})
    void isTheDeclaredOneWhenHostPathAndQueryGoOutAsTheyAreWritten(String declared) {
        assertThat(sent(declared)).isEqualTo(declared);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            http://bücher.example/x#f     | http://xn--bcher-kva.example/x
            http://me:secret@a.example/é  | http://a.example/%C3%A9
            http:a.example                | http://a.example/
            http:/a.example//b            | http://a.example//b
            https:\\\\a.example\\b       | https://a.example/b
            https://evil\\@good.example/  | https://evil/@good.example/
            http://%61.example/           | http://a.example/
            http://a.example/x y          | http://a.example/x%20y
            """)
    void isTheOneThatGoesOutOtherwise(String declared, String sent) {
        assertThat(sent(declared)).isEqualTo(sent);
    }

    /** The characters that the URL Standard has encoded in a path, §1.3; all others go out as they are written. */
    @Test
    void isThatOfABrowserInAPath() {
        // What ends a path is none of it; a backslash is a slash to browsers; they alone send a bar as it is.
        assertSent("http://a.example/x<c>y", "\"<>^`{}", "?#\\|");
    }

    /** The same of a query. */
    @Test
    void isThatOfABrowserInAQuery() {
        assertSent("http://a.example/?x<c>y", "\"<>'", "#");
    }

    private static void assertSent(String frame, String encoded, String left) {
        for (char c = ' '; c <= 0x7F; c++) {
            if (left.indexOf(c) < 0) {
                String inside = c == ' ' || c == 0x7F || encoded.indexOf(c) >= 0 ? "%%%02X".formatted((int) c)
                        : String.valueOf(c);

                assertThat(sent(frame.replace("<c>", String.valueOf(c)))).isEqualTo(frame.replace("<c>", inside));
            }
        }
        assertThat(sent(frame.replace("<c>", "\t\n\r"))).isEqualTo(frame.replace("<c>", ""));
        assertThat(sent(frame.replace("<c>", "é\uD83D\uDE00"))).isEqualTo(frame.replace("<c>", "%C3%A9%F0%9F%98%80"));
    }

    @Test
    void hasABarOfAPathEncodedWhichBrowsersLeaveAsItIs() {
        assertThat(sent("http://a.example/a|b?c|d")).isEqualTo("http://a.example/a%7Cb?c|d");
    }

    @Test
    void survivesWhateverIsWritten() {
        String[] pieces = {"http", "https", "HTTP", ":", "/", "//", "\\", "@", "[", "]", "::1", "a.example", "a", "é", "%",
            "%61",
            "?", "#", "&", "=", ":80", ":", " ", ".", "..", "[X]", "\"", "'", "", "\t"};
        var random = new Random(11);
        int parsed = 0;
        for (int round = 0; round < 20_000; round++) {
            String rest = random.ints(6, 0, pieces.length).mapToObj(i -> pieces[i]).collect(Collectors.joining());
            String declared = (random.nextBoolean() ? "http:" : "https://") + rest;
            HttpUrl url = HttpUrl.parse(declared);
            if (url != null) {
                parsed++;
                String sent = SentUrl.of(declared, url);
                String target = url.encodedPath() + (url.encodedQuery() == null ? "" : "?" + url.encodedQuery());
                assertThat(sent.equals(declared) || sent.endsWith(target)).as(declared + " goes out as " + sent).isTrue();
            }
        }
        assertThat(parsed).isGreaterThan(1_000);
    }

    private static String sent(String declared) {
        return SentUrl.of(declared, HttpUrl.get(declared));
    }
}
