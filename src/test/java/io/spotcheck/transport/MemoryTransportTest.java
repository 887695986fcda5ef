package io.spotcheck.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Exchange.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemoryTransportTest {

    @Test
    void oneAnswerIsGivenForEveryUrl() {
        var transport = new MemoryTransport(bytes("<VAST/>"));

        for (String url : List.of("memory:a", "https://a.example/[X]?é", "")) {
            Exchange exchange = transport.exchange(get(url, 100));
            assertThat(exchange.failure()).isEmpty();
            assertThat(exchange.request().url()).isEqualTo(url);
            assertThat(exchange.response()).hasValueSatisfying(response -> {
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.version()).isEqualTo("memory");
                assertThat(response.body()).isEqualTo(Body.of("<VAST/>"));
                assertThat(response.wireBytes()).isEqualTo(7);
            });
        }
    }

    @Test
    void documentsAreFoundByTheirExactUrl() {
        var transport = new MemoryTransport(Map.of("memory:a", bytes("A"), "memory:b", bytes("B")));

        assertThat(transport.exchange(get("memory:b", 100)).response().orElseThrow().body()).isEqualTo(Body.of("B"));
        assertFailed(transport.exchange(get("memory:B", 100)), FailureKind.CONNECTION);
    }

    @Test
    void theAnswerIsTheSameWhateverHappensToTheBytesItWasMadeOf() {
        byte[] given = bytes("first");
        var transport = new MemoryTransport(given);
        given[0] = 'x';

        assertThat(transport.exchange(get("memory:a", 100)).response().orElseThrow().body())
                .isEqualTo(Body.of("first"));
    }

    @Test
    void theLimitHoldsToTheByte() {
        var transport = new MemoryTransport(bytes("12345"));

        assertThat(transport.exchange(get("memory:a", 5)).failure()).isEmpty();
        assertFailed(transport.exchange(get("memory:a", 4)), FailureKind.TOO_LARGE);
    }

    @Test
    void anInterruptedThreadGetsNothing() {
        Thread.currentThread().interrupt();
        try {
            assertFailed(new MemoryTransport(bytes("x")).exchange(get("memory:a", 100)), FailureKind.CANCELLED);
        } finally {
            assertThat(Thread.interrupted()).as("the interrupt is still seen by the caller").isTrue();
        }
    }

    @Test
    void sameDocumentsHaveTheSameIdentity() {
        assertThat(new MemoryTransport(Map.of("a", bytes("1"), "b", bytes("2"))).identity())
                .isEqualTo(new MemoryTransport(Map.of("b", bytes("2"), "a", bytes("1"))).identity());
        assertThat(new MemoryTransport(bytes("1")).identity()).isEqualTo(new MemoryTransport(bytes("1")).identity());
    }

    @Test
    void otherDocumentsHaveAnotherIdentity() {
        assertThat(Stream.of(new MemoryTransport(bytes("1")), new MemoryTransport(bytes("2")),
                new MemoryTransport(new byte[0]), new MemoryTransport(Map.of()),
                new MemoryTransport(Map.of("a", bytes("1"))),
                new MemoryTransport(Map.of("a", bytes(""), "1", bytes(""))),
                new MemoryTransport(Map.of("a1", bytes(""))), new MemoryTransport(Map.of("b", bytes("1"))),
                new MemoryTransport(bytes("1:a1:1"))).map(MemoryTransport::identity)).doesNotHaveDuplicates();
    }

    private static void assertFailed(Exchange exchange, FailureKind kind) {
        assertThat(exchange.response()).isEmpty();
        assertThat(exchange.failure()).hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(kind));
    }

    private static TransportRequest get(String url, long limit) {
        return TransportRequest.get(url, Duration.ofSeconds(1), limit);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
