package io.spotcheck.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Headers.Header;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers answer, as the exchange keeps it. */
class HttpAnswersTest extends HttpExchanges {

    @Test
    void comeWithStatusHeadersAndBody() {
        server.enqueue(new MockResponse.Builder().code(203).setHeader("Content-Type", "text/xml; charset=utf-8")
                .addHeader("X-Twice", "one").addHeader("X-Twice", "two").body("<VAST>é</VAST>").build());

        Exchange exchange = get("/tag");

        assertThat(exchange.failure()).isEmpty();
        Exchange.Response response = response(exchange);
        assertThat(response.status()).isEqualTo(203);
        assertThat(response.isSuccessful()).isTrue();
        assertThat(response.version()).isEqualTo("HTTP/1.1");
        assertThat(response.headers().first("content-type")).contains("text/xml; charset=utf-8");
        assertThat(response.headers().entries())
                .contains(new Header("X-Twice", "one"), new Header("X-Twice", "two"));
        assertThat(response.body().text(UTF_8)).isEqualTo("<VAST>é</VAST>");
        assertThat(response.wireBytes()).isEqualTo("<VAST>é</VAST>".getBytes(UTF_8).length);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 304, 400, 404, 500, 503})
    void areNoFailureWhateverTheirStatus(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());

        Exchange exchange = get("/");

        assertThat(exchange.failure()).isEmpty();
        assertThat(response(exchange).status()).isEqualTo(status);
        assertThat(response(exchange).body()).isEqualTo(Body.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void thatRedirectAreNotFollowed(int status) {
        server.enqueue(new MockResponse.Builder().code(status).setHeader("Location", "/elsewhere").body("moved")
                .build());

        Exchange exchange = get("/");

        assertThat(response(exchange).status()).isEqualTo(status);
        assertThat(response(exchange).headers().first("Location")).contains("/elsewhere");
        assertThat(response(exchange).body().text(UTF_8)).isEqualTo("moved");
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void thatAskForAPasswordAreNotAskedAgain() {
        server.enqueue(new MockResponse.Builder().code(401).setHeader("WWW-Authenticate", "Basic").build());

        assertThat(response(get("/")).status()).isEqualTo(401);
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {407, 408, 421, 503})
    void thatHttpLetsAClientActOnAreGivenAsTheyAreAndAskedForOnce(int status) {
        var refused = new MockResponse.Builder().code(status).setHeader("Retry-After", "0").body("not now").build();
        server.enqueue(refused);
        server.enqueue(refused);

        Exchange exchange = get("/");

        assertThat(exchange.failure()).isEmpty();
        assertThat(response(exchange).status()).isEqualTo(status);
        assertThat(response(exchange).body().text(UTF_8)).isEqualTo("not now");
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void doNotLeaveCookiesBehind() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().setHeader("Set-Cookie", "id=1").build());
        server.enqueue(new MockResponse.Builder().build());

        get("/");
        get("/");

        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
    }

    @Test
    void inChunksAreJoined() {
        server.enqueue(new MockResponse.Builder().chunkedBody("0123456789".repeat(1_000), 7).build());

        assertThat(response(get("/")).body().text(UTF_8)).isEqualTo("0123456789".repeat(1_000));
    }
}
