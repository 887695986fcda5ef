package io.spotcheck.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange.FailureKind;
import io.spotcheck.resolution.Exchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed answers. */
class ContentCodingTest extends HttpExchanges {

    /** {@code <VAST/>} a thousand times. */
    private static final byte[] BROTLI =
            HexFormat.of().parseHex("1b571bf88d94abab53cde33365255f82a8e2b648e0c20400d704");

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", " gzip "})
    void byGzipIsUndone(String coding) throws IOException {
        byte[] packed = gzip("<VAST/>".repeat(1_000).getBytes(UTF_8));
        enqueue(coding, packed);

        Exchange.Response response = response(get("/"));

        assertThat(response.body().text(UTF_8)).isEqualTo("<VAST/>".repeat(1_000));
        assertThat(response.wireBytes()).isEqualTo(packed.length);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void byDeflateIsUndoneWithAndWithoutItsHeader(boolean bare) throws IOException {
        for (int level : new int[] {Deflater.NO_COMPRESSION, Deflater.BEST_SPEED, Deflater.BEST_COMPRESSION}) {
            enqueue("deflate", deflate("<VAST/>".repeat(1_000).getBytes(UTF_8), level, bare));

            assertThat(response(get("/")).body().text(UTF_8)).isEqualTo("<VAST/>".repeat(1_000));
        }
    }

    @Test
    void byBrotliIsUndone() {
        enqueue("br", BROTLI);

        Exchange.Response response = response(get("/"));

        assertThat(response.body().text(UTF_8)).isEqualTo("<VAST/>".repeat(1_000));
        assertThat(response.wireBytes()).isEqualTo(BROTLI.length);
    }

    @Test
    void inSeveralLayersIsUndoneFromTheOutside() throws IOException {
        enqueue("deflate, gzip", gzip(deflate("<VAST/>".getBytes(UTF_8), 9, false)));

        assertThat(response(get("/")).body().text(UTF_8)).isEqualTo("<VAST/>");
    }

    @Test
    void inSeveralFieldsIsThatOfOne() throws IOException {
        server.enqueue(new MockResponse.Builder().addHeader("Content-Encoding", "deflate")
                .addHeader("Content-Encoding", "identity, gzip")
                .body(new Buffer().write(gzip(deflate("<VAST/>".getBytes(UTF_8), 9, false)))).build());

        assertThat(response(get("/")).body().text(UTF_8)).isEqualTo("<VAST/>");
    }

    @Test
    void inMoreLayersThanAnybodyNeedsIsNotUndone() {
        enqueue("identity, ".repeat(20_000) + "gzip, ".repeat(6), "<VAST/>".getBytes(UTF_8));

        Exchange exchange = get("/");

        assertFailed(exchange, FailureKind.MALFORMED);
        assertThat(exchange.failure().orElseThrow().message()).contains("6 layers");
    }

    @Test
    void ofNothingIsNothing() {
        server.enqueue(new MockResponse.Builder().code(204).setHeader("Content-Encoding", "gzip").build());
        enqueue("gzip", new byte[0]);

        assertThat(get("/").failure()).isEmpty();
        assertThat(get("/").failure()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br"})
    void thatIsNoneIsAFailureAndNotAnException(String coding) {
        enqueue(coding, "<VAST/>".getBytes(UTF_8));

        Exchange exchange = get("/");

        assertFailed(exchange, FailureKind.MALFORMED);
        assertThat(exchange.failure().orElseThrow().message()).contains("content coding is broken");
        assertThat(response(exchange).status()).as("what did arrive is kept").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br"})
    void cutShortIsAFailure(String coding) throws IOException {
        byte[] plain = "<VAST/>".repeat(1_000).getBytes(UTF_8);
        byte[] packed = switch (coding) {
            case "gzip" -> gzip(plain);
            case "deflate" -> deflate(plain, 9, false);
            default -> BROTLI;
        };
        enqueue(coding, Arrays.copyOf(packed, packed.length / 2));

        Exchange exchange = get("/");

        assertFailed(exchange, FailureKind.MALFORMED);
        assertThat(response(exchange).body()).isEqualTo(Body.empty());
    }

    @Test
    void whoseConnectionBreaksIsAFailureOfTheConnection() throws IOException {
        server.enqueue(new MockResponse.Builder().setHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(gzip(IntStream.range(0, 100_000).mapToObj(String::valueOf)
                        .collect(Collectors.joining()).getBytes(UTF_8))))
                .onResponseBody(new SocketEffect.CloseSocket()).build());

        assertFailed(get("/"), FailureKind.CONNECTION);
    }

    @Test
    void thatNobodyAskedForIsNamed() {
        enqueue("zstd", new byte[] {1, 2, 3});

        Exchange exchange = get("/");

        assertFailed(exchange, FailureKind.UNSUPPORTED);
        assertThat(exchange.failure().orElseThrow().message()).contains("“zstd”");
    }

    private void enqueue(String coding, byte[] bytes) {
        server.enqueue(new MockResponse.Builder().setHeader("Content-Encoding", coding)
                .body(new Buffer().write(bytes)).build());
    }
}
