package io.spotcheck.transport;

import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange.Failure;
import io.spotcheck.resolution.Exchange.FailureKind;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code file:} URLs. The content may change between two exchanges, as a network's may. */
public final class FileTransport implements Transport {

    @Override
    public Exchange exchange(TransportRequest request) {
        long started = System.nanoTime();
        Optional<Exchange.Response> response = Optional.empty();
        Optional<Failure> failure = Optional.empty();
        if (Thread.currentThread().isInterrupted()) {
            // The file system itself does not listen to an interrupt.
            return new Exchange(request.toExchangeRequest(), response,
                    Optional.of(new Failure(FailureKind.CANCELLED, "The request was called off.")), Duration.ZERO,
                    List.of());
        }
        try {
            Path file = Path.of(URI.create(request.url()));
            if (!Files.isRegularFile(file)) {
                failure = Optional.of(new Failure(FailureKind.CONNECTION, "There is no file " + file + "."));
            } else {
                byte[] bytes = read(file, request.bytesToRead());
                if (bytes.length > request.maxBodyBytes()) {
                    failure = Optional.of(new Failure(FailureKind.TOO_LARGE,
                            "The file is larger than " + request.maxBodyBytes() + " bytes."));
                } else {
                    response = Optional.of(new Exchange.Response(200, "file", Headers.none(), Body.of(bytes),
                            bytes.length));
                }
            }
        } catch (IllegalArgumentException | FileSystemNotFoundException notAFile) {
            failure = Optional.of(new Failure(FailureKind.UNSUPPORTED,
                    "“" + request.url() + "” is not the URL of a file."));
        } catch (ClosedByInterruptException calledOff) {
            failure = Optional.of(new Failure(FailureKind.CANCELLED, "The request was called off."));
        } catch (NoSuchFileException missing) {
            failure = Optional.of(new Failure(FailureKind.CONNECTION, "There is no file " + missing.getFile() + "."));
        } catch (IOException unreadable) {
            failure = Optional.of(new Failure(FailureKind.CONNECTION,
                    "The file cannot be read: " + unreadable.getMessage()));
        }
        return new Exchange(request.toExchangeRequest(), response, failure,
                Duration.ofNanos(System.nanoTime() - started), List.of());
    }

    @Override
    public String identity() {
        return "file";
    }

    private static byte[] read(Path file, int limit) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(limit);
        }
    }
}
