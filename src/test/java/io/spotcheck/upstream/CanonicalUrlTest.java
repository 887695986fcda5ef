package io.spotcheck.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP://A.Example/x          | http://a.example/x
            http://a.example            | http://a.example/
            http://a.example:80/        | http://a.example/
            https://a.example:443       | https://a.example/
            http://a.example:/          | http://a.example/
            http://a.example:443/       | http://a.example:443/
            http://a.example/#f         | http://a.example/
            http://a.example?q#f?x      | http://a.example/?q
            http://a.example/a/./../b/. | http://a.example/b/
            http://a.example/%7e%2f?%7E | http://a.example/~%2F?~
            http://Me@A.example/        | http://a.example/
            http://[2001:DB8::1]:80/    | http://[2001:db8::1]/
            """)
    void isTheSameForAllSpellings(String spelling, String canonical) {
        assertThat(CanonicalUrl.of(spelling)).isEqualTo(canonical);
        assertThat(CanonicalUrl.of(canonical)).as("it is its own").isEqualTo(canonical);
        assertThat(CanonicalUrl.same(spelling, canonical)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://a.example/x       | https://a.example/x
            http://a.example/x       | http://a.example/X
            http://a.example/x       | http://a.example/x/
            http://a.example/?a=1    | http://a.example/?a=2
            http://a.example/?a&b    | http://a.example/?b&a
            http://a.example/?       | http://a.example/
            http://a.example/a%2Fb   | http://a.example/a/b
            http://me@a.example/     | http://me.example/
            """)
    void isAnotherForAnotherUrl(String one, String other) {
        assertThat(CanonicalUrl.same(one, other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "memory://Tag#x", "file:///A/../b", "no url", "http:x", ":", "#", "data:,%7E"})
    void isWhatIsWrittenForOtherWires(String url) {
        assertThat(CanonicalUrl.of(url)).isEqualTo(url);
    }

    @Test
    void survivesWhateverIsWritten() {
        for (String odd : new String[] {"http://", "http://?", "http://#", "http://a/%", "http://a/%4", "http://a/%zz",
            "http://a/../../..", "http://@:80", "https://[", "http://é/ü?日"}) {
            assertThat(CanonicalUrl.of(CanonicalUrl.of(odd))).isEqualTo(CanonicalUrl.of(odd));
        }
    }
}
