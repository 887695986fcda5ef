package io.spotcheck.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlReferenceTest {

    private static final String BASE = "http://a/b/c/d;p?q";

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            g:h     | g:h
            g       | http://a/b/c/g
            ./g     | http://a/b/c/g
            g/      | http://a/b/c/g/
            /g      | http://a/g
            //g     | http://g
            ?y      | http://a/b/c/d;p?y
            g?y     | http://a/b/c/g?y
            #s      | http://a/b/c/d;p?q#s
            g#s     | http://a/b/c/g#s
            g?y#s   | http://a/b/c/g?y#s
            ;x      | http://a/b/c/;x
            g;x     | http://a/b/c/g;x
            g;x?y#s | http://a/b/c/g;x?y#s
            ``      | http://a/b/c/d;p?q
            .       | http://a/b/c/
            ./      | http://a/b/c/
            ..      | http://a/b/
            ../     | http://a/b/
            ../g    | http://a/b/g
            ../..   | http://a/
            ../../  | http://a/
            ../../g | http://a/g
            """)
    void normalReferencesMeanWhatTheRfcSays(String reference, String target) {
        assertThat(UrlReference.resolve(BASE, reference)).isEqualTo(target);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ../../../g    | http://a/g
            ../../../../g | http://a/g
            /./g          | http://a/g
            /../g         | http://a/g
            g.            | http://a/b/c/g.
            .g            | http://a/b/c/.g
            g..           | http://a/b/c/g..
            ..g           | http://a/b/c/..g
            ./../g        | http://a/b/g
            ./g/.         | http://a/b/c/g/
            g/./h         | http://a/b/c/g/h
            g/../h        | http://a/b/c/h
            g;x=1/./y     | http://a/b/c/g;x=1/y
            g;x=1/../y    | http://a/b/c/y
            g?y/./x       | http://a/b/c/g?y/./x
            g?y/../x      | http://a/b/c/g?y/../x
            g#s/./x       | http://a/b/c/g#s/./x
            g#s/../x      | http://a/b/c/g#s/../x
            http:g        | http:g
            """)
    void abnormalReferencesMeanWhatTheRfcSays(String reference, String target) {
        assertThat(UrlReference.resolve(BASE, reference)).isEqualTo(target);
    }

    @ParameterizedTest(name = "{1} at {0} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            http://a.example                   | tag.xml   | http://a.example/tag.xml
            http://a.example                   | ?x=1      | http://a.example?x=1
            http://a.example?x=/y/             | tag.xml   | http://a.example/tag.xml
            http://a.example/p/?x=/y/          | tag.xml   | http://a.example/p/tag.xml
            http://a.example/p#/y/             | tag.xml   | http://a.example/tag.xml
            https://u:p@a.example:8443/x       | /y        | https://u:p@a.example:8443/y
            https://[2001:db8::1]:8080/x       | y         | https://[2001:db8::1]:8080/y
            http://a.example/p?q#f             | ``        | http://a.example/p?q
            http://a.example/p?q#f             | ?z        | http://a.example/p?z
            http://a.example/p#f?z             | ``        | http://a.example/p
            http://a.example/p#f?z             | #g        | http://a.example/p#g
            http://a.example/a//b              | ../c      | http://a.example/a/c
            file:///srv/tags/one.xml           | two.xml   | file:///srv/tags/two.xml
            file:/srv/tags/one.xml             | ../two    | file:/srv/two
            memory:one.xml                     | two.xml   | memory:two.xml
            memory:tags/one.xml                | two.xml   | memory:tags/two.xml
            memory://tags/one.xml              | two.xml   | memory://tags/two.xml
            """)
    void everyFormOfBaseIsUnderstood(String base, String reference, String target) {
        assertThat(UrlReference.resolve(base, reference)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://b.example/?m=[CACHEBUSTING]&q={\"k\": \"v w\"}|é日本<>\\^`%zz%",
        "HTTPS://B.example/A/../b/./c//d",
        "data:text/html,<b>x</b>",
        "javascript:alert(1)"})
    void anAbsoluteUrlIsKeptByteForByte(String url) {
        assertThat(UrlReference.resolve(BASE, url)).isEqualTo(url);
    }

    @Test
    void illegalCharactersOfARelativeUrlAreKeptByteForByte() {
        assertThat(UrlReference.resolve("https://a.example/[x]/{y}/z?[q]", "w [CACHEBUSTING]|%zz?{é}&a=1&a=2#[f]"))
                .isEqualTo("https://a.example/[x]/{y}/w [CACHEBUSTING]|%zz?{é}&a=1&a=2#[f]");
    }

    @Test
    void escapedDotsAreNoDots() {
        assertThat(UrlReference.resolve(BASE, "%2e%2e/g")).isEqualTo("http://a/b/c/%2e%2e/g");
    }

    @Test
    void aReferenceWithAColonInItsQueryIsRelative() {
        assertThat(UrlReference.resolve(BASE, "?u=http://x")).isEqualTo("http://a/b/c/d;p?u=http://x");
        assertThat(UrlReference.resolve(BASE, "./a:b")).isEqualTo("http://a/b/c/a:b");
        assertThat(UrlReference.resolve(BASE, "1:2")).isEqualTo("http://a/b/c/1:2");
    }
}
