package io.spotcheck.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.resolution.Exchange.FailureKind;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Timing.Phase;
import io.spotcheck.resolution.Timing.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** How long things take, and when time is up. */
class HttpTimesTest extends HttpExchanges {

    @Test
    void ofThePhasesLieWithinTheDuration() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(100_000)).build());

        Exchange exchange = get("/");

        assertThat(exchange.phases()).extracting(Phase::step)
                .contains(Step.CONNECT, Step.SEND, Step.WAIT, Step.RECEIVE);
        assertThat(exchange.phases()).allSatisfy(phase -> {
            assertThat(phase.start()).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(phase.duration()).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(phase.start().plus(phase.duration())).isLessThanOrEqualTo(exchange.duration());
        });
        assertThat(exchange.phases()).extracting(Phase::start).isSorted();
    }

    @Test
    void ofAKeptConnectionHaveNoConnecting() {
        server.enqueue(new MockResponse.Builder().body("first").build());
        server.enqueue(new MockResponse.Builder().body("second").build());

        get("/");

        assertThat(get("/").phases()).extracting(Phase::step).doesNotContain(Step.CONNECT)
                .contains(Step.WAIT, Step.RECEIVE);
    }

    @Test
    void ofWaitingAreSeenAsWaiting() {
        server.enqueue(new MockResponse.Builder().headersDelay(300, TimeUnit.MILLISECONDS).body("late").build());

        assertThat(get("/").phases()).filteredOn(p -> p.step() == Step.WAIT).singleElement()
                .satisfies(p -> assertThat(p.duration()).isGreaterThan(Duration.ofMillis(250)));
    }

    @Test
    void runOutWhileWaiting() {
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

        assertTimesOut();
    }

    @Test
    void runOutInTheMiddleOfTheBody() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(10_000))
                .throttleBody(100, 10, TimeUnit.SECONDS).build());

        Exchange exchange = assertTimesOut();

        assertThat(response(exchange).status()).as("what did arrive is kept").isEqualTo(200);
    }

    @Test
    void runOutWhenNobodyAcceptsTheConnection() throws IOException {
        try (var full = new FullServer()) {
            assertTimesOut(full.url());
        }
    }

    private Exchange assertTimesOut() {
        return assertTimesOut(url("/"));
    }

    private Exchange assertTimesOut(String url) {
        Exchange exchange = exchange(TransportRequest.get(url + "?é", Duration.ofMillis(300), LIMIT));

        assertFailed(exchange, FailureKind.TIMEOUT);
        assertThat(exchange.failure().orElseThrow().message()).contains("300 ms");
        assertThat(exchange.request().sentUrl()).isEqualTo(url + "?%C3%A9");
        assertThat(exchange.duration()).isBetween(Duration.ofMillis(290), PROMPT);
        return exchange;
    }
}
