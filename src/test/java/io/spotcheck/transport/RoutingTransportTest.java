package io.spotcheck.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Exchange.FailureKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTransportTest {

    private final Transport one = new MemoryTransport("one".getBytes(UTF_8));
    private final Transport two = new MemoryTransport("two".getBytes(UTF_8));

    @Test
    void theSchemeChoosesTheWire() {
        var transport = new RoutingTransport(Map.of("one", one, "two", two));

        assertThat(body(transport, "one:x")).isEqualTo(Body.of("one"));
        assertThat(body(transport, "two://x:1/")).isEqualTo(Body.of("two"));
        assertThat(body(transport, "TWO:x")).as("schemes have no case").isEqualTo(Body.of("two"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"three:x", "relative", "", ":x", "/one:x"})
    void anUnknownSchemeIsUnsupported(String url) {
        Exchange exchange = new RoutingTransport(Map.of("one", one)).exchange(get(url));

        assertThat(exchange.failure()).hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(FailureKind.UNSUPPORTED));
        assertThat(exchange.request().url()).isEqualTo(url);
    }

    @Test
    void theIdentityIsThatOfAllWires() {
        String identity = new RoutingTransport(Map.of("a", one, "b", two)).identity();

        assertThat(new RoutingTransport(Map.of("b", two, "a", one)).identity()).isEqualTo(identity);
        assertThat(new RoutingTransport(Map.of("a", two, "b", one)).identity()).isNotEqualTo(identity);
        assertThat(new RoutingTransport(Map.of("a", one)).identity()).isNotEqualTo(identity);
        assertThat(one.identity()).isNotEqualTo(two.identity()).isNotEqualTo(new FileTransport().identity());
    }

    @Test
    void theRoutesStayAsTheyWereGiven() {
        var routes = new HashMap<>(Map.of("one", one));
        var transport = new RoutingTransport(routes);
        routes.put("one", two);

        assertThat(body(transport, "one:x")).isEqualTo(Body.of("one"));
    }

    @Test
    void closingClosesEveryWireOnce() {
        var closed = new AtomicInteger();
        Transport wire = new Transport() {
            @Override
            public Exchange exchange(TransportRequest request) {
                throw new AssertionError("nobody asks");
            }

            @Override
            public String identity() {
                return "counting";
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };

        new RoutingTransport(Map.of("http", wire, "https", wire)).close();

        assertThat(closed).hasValue(1);
    }

    @Test
    void aRequestHasATimeAndALimit() {
        assertThatIllegalArgumentException().isThrownBy(() -> TransportRequest.get("a:b", Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> TransportRequest.get("a:b", Duration.ofMillis(-1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> TransportRequest.get("a:b", Duration.ofMillis(1), 0));
    }

    private static Body body(Transport transport, String url) {
        return transport.exchange(get(url)).response().orElseThrow().body();
    }

    private static TransportRequest get(String url) {
        return TransportRequest.get(url, Duration.ofSeconds(1), 100);
    }
}
