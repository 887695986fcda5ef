package io.spotcheck.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.ErrorCode;
import io.spotcheck.resolution.Headers;
import io.spotcheck.resolution.Node;
import io.spotcheck.transport.Cookies;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cookies go along within one resolution, and never into another. */
class SessionCookiesTest extends Fetches {

    private final Session session = new Session();

    @Test
    void goBackToTheirServerWithTheNextDocumentOfTheResolution() throws InterruptedException {
        set("id=1; Path=/", "seen=yes; Path=/deep", "gone=1; Max-Age=0");
        server.enqueue(new MockResponse.Builder().build());
        server.enqueue(new MockResponse.Builder().build());

        fetched(fetch(session, "/one"));
        fetched(fetch(session, "/two"));
        fetched(fetch(session, "/deep/three"));

        assertThat(cookie(server)).isNull();
        assertThat(cookie(server)).isEqualTo("id=1");
        assertThat(cookie(server)).as("longer paths first").isEqualTo("seen=yes; id=1");
        assertThat(documentNode().exchange().orElseThrow().request().headers().first("Cookie"))
                .as("the exchange tells").contains("seen=yes; id=1");
    }

    @Test
    void goAlongThroughRedirects() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", "/two")
                .addHeader("Set-Cookie", "id=1").build());
        server.enqueue(new MockResponse.Builder().build());

        fetched(fetch("/one"));

        assertThat(cookie(server)).isNull();
        assertThat(cookie(server)).isEqualTo("id=1");
        Node redirect = documentNode().children().getFirst();
        assertThat(redirect.exchange().orElseThrow().response().orElseThrow().headers().first("Set-Cookie"))
                .contains("id=1");
    }

    @Test
    void doNotGoIntoAnotherResolution() throws InterruptedException {
        set("id=1; Path=/");
        server.enqueue(new MockResponse.Builder().build());
        server.enqueue(new MockResponse.Builder().build());

        fetched(fetch(session, "/one"));
        fetched(fetch(new Session(), "/two"));
        fetched(fetch("/three"));

        server.takeRequest();
        assertThat(cookie(server)).isNull();
        assertThat(cookie(server)).isNull();
    }

    @Test
    void doNotGoToAnotherHost() throws InterruptedException {
        set("id=1; Path=/");
        other.enqueue(new MockResponse.Builder().build());

        fetched(fetch(session, "/one"));
        String elsewhere = "http://localhost:" + other.getPort() + "/two";
        fetched(new DocumentFetcher(PATIENT, session).fetch(Endpoint.of(http, url("/one")), elsewhere, document,
                Deadline.in(AMPLE)));

        assertThat(cookie(other)).isNull();
    }

    @Test
    void standBehindTheCookiesOfTheEndpointWhichWin() throws InterruptedException {
        set("id=1; Path=/", "more=2; Path=/");
        server.enqueue(new MockResponse.Builder().build());
        var endpoint = new Endpoint(http, url("/two"), Headers.of(Map.of("cookie", "id=own; x=y")));

        fetched(fetch(session, "/one"));
        fetched(new DocumentFetcher(PATIENT, session).fetch(endpoint, endpoint.url(), document, Deadline.in(AMPLE)));

        server.takeRequest();
        RecordedRequest second = server.takeRequest();
        assertThat(second.getHeaders().values("Cookie")).containsExactly("id=own; x=y; more=2");
    }

    @Test
    void letAServerSendAskersBackToWhereTheyWere() {
        server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", "/one")
                .addHeader("Set-Cookie", "ok=1").build());
        server.enqueue(new MockResponse.Builder().body("<VAST/>").build());

        assertThat(fetched(fetch("/one")).response().status()).isEqualTo(200);
    }

    @Test
    void areNoWayAroundTheLimit() {
        for (int i = 0; i <= 11; i++) {
            server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", "/one")
                    .addHeader("Set-Cookie", "n=" + i).build());
        }

        assertThat(failed(fetch("/one")).code()).isEqualTo(ErrorCode.REDIRECT_LIMIT);
        assertThat(server.getRequestCount()).isEqualTo(11);
    }

    private void set(String... cookies) {
        var answer = new MockResponse.Builder();
        for (String cookie : cookies) {
            answer.addHeader("Set-Cookie", cookie);
        }
        server.enqueue(answer.build());
    }

    private FetchOutcome fetch(Session resolution, String target) {
        return new DocumentFetcher(PATIENT, resolution).fetch(Endpoint.of(http, url("/")), url(target), document,
                Deadline.in(AMPLE));
    }

    private static @Nullable String cookie(MockWebServer asked) throws InterruptedException {
        return asked.takeRequest().getHeaders().get("Cookie");
    }
}
