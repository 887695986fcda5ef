package io.spotcheck.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange.FailureKind;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Headers.Header;
import io.spotcheck.resolution.Headers;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out to the server, and what cannot. */
class HttpRequestsTest extends HttpExchanges {

    @Test
    void bringTheirHeadersToTheServer() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().build());

        Exchange exchange = exchange(new TransportRequest("GET", url("/tag?a=1&a=2"), new Headers(List.of(
                new Header("User-Agent", "Test/1.0"), new Header("X-Forwarded-For", "203.0.113.7"),
                new Header("Accept", "a"), new Header("Accept", "b"))), Body.empty(), AMPLE, LIMIT));

        RecordedRequest seen = server.takeRequest();
        assertThat(seen.getMethod()).isEqualTo("GET");
        assertThat(seen.getTarget()).isEqualTo("/tag?a=1&a=2");
        assertThat(seen.getHeaders().values("User-Agent")).containsExactly("Test/1.0");
        assertThat(seen.getHeaders().get("X-Forwarded-For")).isEqualTo("203.0.113.7");
        assertThat(seen.getHeaders().values("Accept")).containsExactly("a", "b");
        assertThat(exchange.request().url()).isEqualTo(url("/tag?a=1&a=2"));
    }

    @Test
    void areKeptWithEveryHeaderThatTheServerSaw() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().build());

        Exchange exchange = get("/");

        Map<String, List<String>> seen = server.takeRequest().getHeaders().toMultimap();
        assertThat(seen).containsKeys("user-agent", "accept-encoding", "host");
        seen.forEach((name, values) -> assertThat(exchange.request().headers().entries())
                .as("the values of " + name).filteredOn(h -> h.name().equalsIgnoreCase(name))
                .extracting(Header::value).containsExactlyElementsOf(values));
    }

    @Test
    void haveAUserAgentAndAskForCompression() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().build());

        get("/");

        RecordedRequest seen = server.takeRequest();
        assertThat(seen.getHeaders().get("User-Agent")).isEqualTo("Spotcheck");
        assertThat(seen.getHeaders().get("Accept-Encoding")).isEqualTo("gzip, deflate, br");
    }

    @Test
    void bringTheBodyOfAPost() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().build());

        Exchange exchange = exchange(new TransportRequest("POST", url("/bid"),
                Headers.none().with("Content-Type", "application/json"), Body.of("{\"é\":1}"), AMPLE, LIMIT));

        RecordedRequest seen = server.takeRequest();
        assertThat(seen.getMethod()).isEqualTo("POST");
        assertThat(seen.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(seen.getBody().utf8()).isEqualTo("{\"é\":1}");
        assertThat(exchange.request().body()).isEqualTo(Body.of("{\"é\":1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?m=[CACHEBUSTING]&a=1&a=2&b=&&c=%7B%22%7D&d=a+b&e=%zz", "/a;b=1//c?x=http://y/z?w",
        "/?p={q}|^`\\"})
    void askForTheUrlAsItIsWritten(String target) throws InterruptedException {
        server.enqueue(new MockResponse.Builder().build());

        Exchange exchange = get(target);

        assertThat(server.takeRequest().getTarget()).isEqualTo(target);
        assertThat(exchange.request().sentUrl()).isEqualTo(url(target));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /?q="<'> x      | /?q=%22%3C%27%3E%20x
            /a"b<c>^d{e}     | /a%22b%3Cc%3E%5Ed%7Be%7D
            /é/日?ü=€       | /%C3%A9/%E6%97%A5?%C3%BC=%E2%82%AC
            /a/./b/../c?d   | /a/c?d
            /a\\b          | /a/b
            """)
    void thatCannotGoOutAsTheyAreWrittenTellHowTheyDid(String target, String sent) throws InterruptedException {
        server.enqueue(new MockResponse.Builder().build());

        Exchange exchange = get(target + "#x");

        assertThat(server.takeRequest().getTarget()).isEqualTo(sent);
        assertThat(exchange.request().url()).isEqualTo(url(target + "#x"));
        assertThat(exchange.request().sentUrl()).isEqualTo(url(sent));
    }

    @Test
    void tellTheUrlThatTheServerSawWhateverIsWritten() throws InterruptedException {
        String[] pieces = {"a", "=1", "&", "&&", "?", "/", "//", "/./", "/../", "%20", "%zz", "%", "+", " x", "\"", "'",
            "<", ">", "[", "]", "{", "}", "|", "\\", "^", "`", "ü", "日本", "\uD83D\uDE00", ";", ":", "@", "!", "*", "(",
            ")", ",", "$", "~", "%7E", "%2e"};
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String target = "/" + random.ints(8, 0, pieces.length).mapToObj(i -> pieces[i])
                    .collect(Collectors.joining()) + "x";
            server.enqueue(new MockResponse.Builder().build());

            Exchange exchange = get(target);

            assertThat(exchange.request().url()).isEqualTo(url(target));
            assertThat(exchange.request().sentUrl()).as("what the server saw of " + target)
                    .isEqualTo(url(server.takeRequest().getTarget()));
        }
    }

    @Test
    void keepTheirFragmentFromTheServerAndInTheRecord() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().build());

        Exchange exchange = get("/a?b#c");

        assertThat(server.takeRequest().getTarget()).isEqualTo("/a?b");
        assertThat(exchange.request().url()).endsWith("/a?b#c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tag.xml", "/tag.xml", "ftp://a.example/x", "file:///etc/hosts", "memory:x",
        "http://", "http:///", "http://a b/", "http://a.example:99999/", "http://[::1", "http://%/",
        "javascript:alert(1)"})
    void isUnsupportedWhenTheUrlIsNotOfHttp(String url) {
        assertFailed(exchange(get(url, AMPLE)), FailureKind.UNSUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"line\nbreak", "line\r\nbreak", "nul\u0000", "grüße", "日本"})
    void isUnsupportedWhenAHeaderValueIsIllegal(String value) {
        Exchange exchange = exchange(new TransportRequest("GET", url("/"), Headers.none().with("X-Note", value),
                Body.empty(), AMPLE, LIMIT));

        assertFailed(exchange, FailureKind.UNSUPPORTED);
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "grüße"})
    void isUnsupportedWhenAHeaderNameIsIllegal(String name) {
        assertFailed(exchange(new TransportRequest("GET", url("/"), Headers.none().with(name, "x"), Body.empty(),
                AMPLE, LIMIT)), FailureKind.UNSUPPORTED);
    }

    @Test
    void allHttpTransportsGiveTheSameAnswers() {
        try (var other = new HttpTransport()) {
            assertThat(other.identity()).isEqualTo(transport.identity()).isNotBlank();
        }
    }
}
