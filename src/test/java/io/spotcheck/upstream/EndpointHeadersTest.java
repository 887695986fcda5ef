package io.spotcheck.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Headers.Header;
import io.spotcheck.resolution.Headers;
import io.spotcheck.transport.Transport;
import io.spotcheck.transport.TransportRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the header fields of an endpoint go. */
class EndpointHeadersTest extends Fetches {

    private static final Headers HEADERS = new Headers(List.of(new Header("Authorization", "Bearer secret"),
            new Header("cookie", "session=1"), new Header("Proxy-Authorization", "Basic secret"),
            new Header("User-Agent", "Test/1.0"), new Header("X-Forwarded-For", "203.0.113.7")));

    @Test
    void allGoToTheEndpointsOwnHost() throws InterruptedException {
        redirect(302, "/two");
        server.enqueue(new MockResponse.Builder().build());

        fetched(fetch(PATIENT, new Endpoint(http, url("/one"), HEADERS), AMPLE));

        assertHasCredentials(server.takeRequest());
        assertHasCredentials(server.takeRequest());
    }

    @Test
    void loseTheCredentialsOnTheWayToAnotherHost() throws InterruptedException {
        redirect(302, "http://127.0.0.1:" + other.getPort() + "/two");
        other.enqueue(new MockResponse.Builder().build());

        fetched(fetch(PATIENT, new Endpoint(http, url("/one"), HEADERS), AMPLE));

        assertHasCredentials(server.takeRequest());
        assertHasNoCredentials(other.takeRequest());
    }

    @Test
    void haveTheCredentialsAgainWhenTheWayLeadsBack() throws InterruptedException {
        redirect(302, "http://127.0.0.1:" + other.getPort() + "/two");
        other.enqueue(new MockResponse.Builder().code(302).setHeader("Location", url("/three")).build());
        server.enqueue(new MockResponse.Builder().build());

        fetched(fetch(PATIENT, new Endpoint(http, url("/one"), HEADERS), AMPLE));

        server.takeRequest();
        assertHasNoCredentials(other.takeRequest());
        assertHasCredentials(server.takeRequest());
    }

    @Test
    void loseTheCredentialsWhenTheDocumentIsAnotherHostsFromTheStart() throws InterruptedException {
        other.enqueue(new MockResponse.Builder().build());
        var endpoint = new Endpoint(http, url("/one"), HEADERS);

        fetched(new DocumentFetcher(PATIENT).fetch(endpoint, "http://127.0.0.1:" + other.getPort() + "/w", document,
                Deadline.in(AMPLE)));

        assertHasNoCredentials(other.takeRequest());
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({
        "https://good.example/, http:/evil.example//good.example/",
        "https://good.example/, http:evil.example//good.example/",
        "https://good.example/, https://good.example@evil.example/",
        "https://good.example/, https://good.example.evil.example/",
        "https://good.example/, 'https://evil.example\\@good.example/'",
        "https://good.example/, https://evil.example/?//good.example/",
        "https://good.example/, https://good.example:444/",
        "https://good.example/, http://good.example/",
        "memory:tag, http:evil.example",
    })
    void loseTheCredentialsForWhateverIsNotTheSameHostAsSafely(String endpoint, String target) {
        assertThat(headersAsked(endpoint, target).entries()).extracting(Header::name)
                .containsExactly("User-Agent", "X-Forwarded-For");
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({
        "https://good.example/a, https://good.example/b?c=//evil.example",
        "https://good.example/a, https://GOOD.example#x",
        "https://good.example/a, HTTPS://good.example/b",
        "http://good.example/a, https://good.example/b",
    })
    void keepTheCredentialsForTheSameHost(String endpoint, String target) {
        assertThat(headersAsked(endpoint, target)).isEqualTo(HEADERS);
    }

    private Headers headersAsked(String endpoint, String target) {
        var asked = new ArrayList<TransportRequest>();
        Transport silent = new Transport() {
            @Override
            public Exchange exchange(TransportRequest request) {
                asked.add(request);
                return new Exchange(request.toExchangeRequest(), Optional.of(new Exchange.Response(200, "test",
                        Headers.none(), Body.empty(), 0)), Optional.empty(), Duration.ZERO, List.of());
            }

            @Override
            public String identity() {
                return "silent";
            }
        };
        fetched(new DocumentFetcher(PATIENT).fetch(new Endpoint(silent, endpoint, HEADERS), target, document,
                Deadline.in(AMPLE)));
        assertThat(asked).singleElement().extracting(TransportRequest::url).isEqualTo(target);
        return asked.getFirst().headers();
    }

    private static void assertHasCredentials(RecordedRequest request) {
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer secret");
        assertThat(request.getHeaders().get("Cookie")).isEqualTo("session=1");
        assertHasTheOthers(request);
    }

    private static void assertHasNoCredentials(RecordedRequest request) {
        assertThat(request.getHeaders().names())
                .doesNotContain("Authorization", "authorization", "Cookie", "cookie", "Proxy-Authorization");
        assertHasTheOthers(request);
    }

    private static void assertHasTheOthers(RecordedRequest request) {
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Test/1.0");
        assertThat(request.getHeaders().get("X-Forwarded-For")).isEqualTo("203.0.113.7");
    }

    @Test
    void anEndpointsIdentityTellsItFromOthersThatAnswerOtherwise() {
        String identity = new Endpoint(http, url("/"), HEADERS).identity();

        assertThat(new Endpoint(http, url("/"), HEADERS).identity()).isEqualTo(identity);
        assertThat(new Endpoint(http, url("/x"), HEADERS).identity()).isNotEqualTo(identity);
        assertThat(new Endpoint(http, url("/"), HEADERS.with("X", "1")).identity()).isNotEqualTo(identity);
        assertThat(Endpoint.of(http, url("/")).identity()).isNotEqualTo(identity);
    }
}
