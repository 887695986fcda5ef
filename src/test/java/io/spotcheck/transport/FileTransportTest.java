package io.spotcheck.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Exchange.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTransportTest {

    private final FileTransport transport = new FileTransport();
    @TempDir
    private Path directory;

    @Test
    void aFileIsReadWhole() throws IOException {
        Path file = Files.writeString(directory.resolve("tag.xml"), "<VAST>é</VAST>");

        Exchange exchange = transport.exchange(get(file.toUri().toString(), 100));

        assertThat(exchange.failure()).isEmpty();
        assertThat(exchange.response()).hasValueSatisfying(response -> {
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.version()).isEqualTo("file");
            assertThat(response.body()).isEqualTo(Body.of("<VAST>é</VAST>"));
            assertThat(response.wireBytes()).isEqualTo(15);
        });
    }

    @Test
    void aFileWithBlanksAndUmlautsInItsNameIsFound() throws IOException {
        Path file = Files.writeString(directory.resolve("my tag ü #1 50%.xml"), "x");

        assertThat(transport.exchange(get(file.toUri().toString(), 100)).failure()).isEmpty();
    }

    @Test
    void aChangedFileGivesAnotherAnswer() throws IOException {
        Path file = Files.writeString(directory.resolve("tag.xml"), "before");
        TransportRequest request = get(file.toUri().toString(), 100);
        transport.exchange(request);

        Files.writeString(file, "after");

        assertThat(transport.exchange(request).response().orElseThrow().body()).isEqualTo(Body.of("after"));
    }

    @Test
    void theLimitHoldsToTheByte() throws IOException {
        String url = Files.writeString(directory.resolve("tag.xml"), "12345").toUri().toString();

        assertThat(transport.exchange(get(url, 5)).failure()).isEmpty();
        assertFailed(transport.exchange(get(url, 4)), FailureKind.TOO_LARGE);
        assertThat(transport.exchange(get(url, Long.MAX_VALUE)).failure()).isEmpty();
    }

    @Test
    void whatIsNotThereIsNamed() {
        Exchange exchange = transport.exchange(get(directory.resolve("missing.xml").toUri().toString(), 100));

        assertFailed(exchange, FailureKind.CONNECTION);
        assertThat(exchange.failure().orElseThrow().message()).contains("missing.xml");
    }

    @Test
    void aDirectoryIsNoFile() {
        assertFailed(transport.exchange(get(directory.toUri().toString(), 100)), FailureKind.CONNECTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tag.xml", "/etc/hosts", "http://a.example/", "file:relative.xml", "file://host/x.xml",
        "file:///x?query", "file:///x#fragment", "file:///a b.xml", "file:///%00", "nope:/x", "file:///[x]"})
    void whatIsNoUrlOfAFileIsUnsupported(String url) {
        assertFailed(transport.exchange(get(url, 100)), FailureKind.UNSUPPORTED);
    }

    @Test
    void anInterruptedThreadGetsNothing() throws IOException {
        String url = Files.writeString(directory.resolve("tag.xml"), "x").toUri().toString();
        Thread.currentThread().interrupt();
        try {
            assertFailed(transport.exchange(get(url, 100)), FailureKind.CANCELLED);
        } finally {
            assertThat(Thread.interrupted()).as("the interrupt is still seen by the caller").isTrue();
        }
    }

    private static void assertFailed(Exchange exchange, FailureKind kind) {
        assertThat(exchange.response()).isEmpty();
        assertThat(exchange.failure()).hasValueSatisfying(f -> {
            assertThat(f.kind()).as(f.message()).isEqualTo(kind);
            assertThat(f.message()).isNotBlank();
        });
    }

    private static TransportRequest get(String url, long limit) {
        return TransportRequest.get(url, Duration.ofSeconds(1), limit);
    }
}
