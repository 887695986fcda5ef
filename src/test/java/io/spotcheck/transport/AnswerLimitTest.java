package io.spotcheck.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange.FailureKind;
import io.spotcheck.resolution.Exchange;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** The largest answer that is read. */
class AnswerLimitTest extends HttpExchanges {

    @Test
    void letsAnAnswerOfExactlyItsSizeThrough() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(1_000)).build());

        Exchange exchange = getAtMost(1_000);

        assertThat(exchange.failure()).isEmpty();
        assertThat(response(exchange).body().size()).isEqualTo(1_000);
    }

    @Test
    void refusesOneByteMore() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(1_001)).build());

        Exchange exchange = getAtMost(1_000);

        assertFailed(exchange, FailureKind.TOO_LARGE);
        assertThat(exchange.failure().orElseThrow().message()).contains("1000 bytes");
        assertThat(response(exchange).body()).isEqualTo(Body.empty());
    }

    @Test
    void countsAfterDecompression() throws IOException {
        byte[] packed = gzip(new byte[1_001]);
        assertThat(packed).hasSizeLessThan(100);
        server.enqueue(new MockResponse.Builder().setHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(packed)).build());

        assertFailed(getAtMost(1_000), FailureKind.TOO_LARGE);
    }

    @Test
    void countsAfterDecompressionOfBrotliToo() {
        // 64 MiB of zeros.
        byte[] bomb = HexFormat.of().parseHex("cbffff3ff82700e2b14020f7fe8fffff7ff04f00c4611180eefd1fffffffe09f0088c3"
                + "0200ddfb3ffeffffc13f0110870500baf77ffcffff837f02200e0b0074effff8ffff07ff04401c1600e8defff1ffff0ffe"
                + "0980382c00d0bdffcbffff3ffc1300715800a07bff07");
        server.enqueue(new MockResponse.Builder().setHeader("Content-Encoding", "br")
                .body(new Buffer().write(bomb)).build());

        assertFailed(getAtMost(LIMIT), FailureKind.TOO_LARGE);
    }

    @Test
    void refusesABombWithoutUnpackingAllOfIt() throws IOException {
        byte[] bomb = gzip(new byte[64 << 20]);
        server.enqueue(new MockResponse.Builder().setHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(bomb)).build());

        Exchange exchange = getAtMost(LIMIT);

        assertFailed(exchange, FailureKind.TOO_LARGE);
        assertThat(response(exchange).wireBytes()).isLessThan(bomb.length / 4);
    }

    @Test
    void mayBeAsLargeAsNumbersGo() {
        server.enqueue(new MockResponse.Builder().body("small").build());

        assertThat(response(getAtMost(Long.MAX_VALUE)).body().text(UTF_8)).isEqualTo("small");
    }

    @Test
    void doesNotWaitForTheRestOfAnEndlessAnswer() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(100_000))
                .throttleBody(2_000, 30, TimeUnit.SECONDS).build());

        Exchange exchange = getAtMost(1_000);

        assertFailed(exchange, FailureKind.TOO_LARGE);
        assertThat(exchange.duration()).isLessThan(PROMPT);
    }

    private Exchange getAtMost(long bytes) {
        return exchange(TransportRequest.get(url("/"), AMPLE, bytes));
    }
}
