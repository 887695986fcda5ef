package io.spotcheck.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.resolution.Exchange.FailureKind;
import io.spotcheck.resolution.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server on loopback that each test scripts, and the transport that asks it. */
abstract class HttpExchanges {

    static final Duration AMPLE = Duration.ofSeconds(30);
    static final Duration PROMPT = Duration.ofSeconds(10);
    static final long LIMIT = 1 << 20;

    final HttpTransport transport = new HttpTransport();
    final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    final String url(String target) {
        return "http://127.0.0.1:" + server.getPort() + target;
    }

    final Exchange get(String target) {
        return exchange(get(url(target), AMPLE));
    }

    static TransportRequest get(String url, Duration timeout) {
        return TransportRequest.get(url, timeout, LIMIT);
    }

    final Exchange exchange(TransportRequest request) {
        return transport.exchange(request);
    }

    static Exchange.Response response(Exchange exchange) {
        assertThat(exchange.response()).as("the response; failure: %s", exchange.failure()).isPresent();
        return exchange.response().get();
    }

    static void assertFailed(Exchange exchange, FailureKind kind) {
        assertThat(exchange.failure()).as("the failure; response: %s", exchange.response()).isPresent();
        assertThat(exchange.failure().get().kind()).as(exchange.failure().get().message()).isEqualTo(kind);
        assertThat(exchange.failure().get().message()).isNotBlank();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    static byte[] deflate(byte[] bytes, int level, boolean bare) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new Deflater(level, bare); var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
