package io.spotcheck.transport;

import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange.Failure;
import io.spotcheck.resolution.Exchange.FailureKind;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Answers from memory, for tests and for tags that were pasted: the same answer always, at once. */
public final class MemoryTransport implements Transport {

    private final Map<String, Body> byUrl;
    private final Optional<Body> otherwise;
    private final String identity;

    /** A transport that gives these bytes for every URL. */
    public MemoryTransport(byte[] answer) {
        this(Map.of(), Optional.of(Body.of(answer)));
    }

    /** A transport that gives these documents for their URLs, and fails for every other URL. */
    public MemoryTransport(Map<String, byte[]> documents) {
        this(documents, Optional.empty());
    }

    private MemoryTransport(Map<String, byte[]> documents, Optional<Body> otherwise) {
        var bodies = new TreeMap<String, Body>();
        documents.forEach((url, bytes) -> bodies.put(url, Body.of(bytes)));
        byUrl = bodies;
        this.otherwise = otherwise;
        identity = "memory:" + hash();
    }

    @Override
    public Exchange exchange(TransportRequest request) {
        long started = System.nanoTime();
        Optional<Body> body = Optional.ofNullable(byUrl.get(request.url())).or(() -> otherwise);
        Optional<Failure> failure = Optional.empty();
        if (Thread.currentThread().isInterrupted()) {
            failure = Optional.of(new Failure(FailureKind.CANCELLED, "The request was called off."));
        } else if (body.isEmpty()) {
            failure = Optional.of(new Failure(FailureKind.CONNECTION,
                    "There is no document for “" + request.url() + "” in memory."));
        } else if (body.get().size() > request.maxBodyBytes()) {
            failure = Optional.of(new Failure(FailureKind.TOO_LARGE,
                    "The answer is larger than " + request.maxBodyBytes() + " bytes."));
        }
        Optional<Exchange.Response> response = failure.isPresent() ? Optional.empty()
                : body.map(b -> new Exchange.Response(200, "memory", Headers.none(), b, b.size()));
        return new Exchange(request.toExchangeRequest(), response, failure,
                Duration.ofNanos(System.nanoTime() - started), List.of());
    }

    @Override
    public String identity() {
        return identity;
    }

    private String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            byUrl.forEach((url, body) -> {
                digest.update((url.length() + ":" + url + body.size() + ":").getBytes(
                        StandardCharsets.UTF_8));
                digest.update(body.toBytes());
            });
            otherwise.ifPresent(body -> {
                // No document of a URL begins so: one answer for all is another thing than the same bytes for one.
                digest.update("*:".getBytes(StandardCharsets.UTF_8));
                digest.update(body.toBytes());
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
