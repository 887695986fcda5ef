package io.spotcheck.transport;

import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Headers;
import java.time.Duration;
import java.util.Objects;

/**
 * What a {@link Transport} is asked to send.
 *
 * @param method       {@code GET} or {@code POST}
 * @param url          the absolute URL, byte for byte as in the tag
 * @param headers      the header fields to send
 * @param body         the body, empty for {@code GET}
 * @param timeout      the time for the whole exchange, more than zero
 * @param maxBodyBytes the largest answer to accept, in bytes after decompression
 */
public record TransportRequest(String method, String url, Headers headers, Body body, Duration timeout,
                               long maxBodyBytes) {

    /** Checks the limits. */
    public TransportRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(url, "url");
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the timeout must be more than zero");
        }
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("the largest answer must be at least one byte");
        }
    }

    /** A {@code GET} of this URL without headers. */
    public static TransportRequest get(String url, Duration timeout, long maxBodyBytes) {
        return new TransportRequest("GET", url, Headers.none(), Body.empty(), timeout, maxBodyBytes);
    }

    /** This request as the exchange keeps it. */
    public Exchange.Request toExchangeRequest() {
        return new Exchange.Request(method, url, headers, body);
    }

    /** How much to read of an answer to know that it is too large: one byte more than allowed, if an array holds it. */
    int bytesToRead() {
        return (int) Math.min(Integer.MAX_VALUE - 9, maxBodyBytes) + 1;
    }
}
