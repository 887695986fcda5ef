package io.spotcheck.resolution;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One request and what came of it.
 *
 * @param request  what was sent
 * @param response what came back, whole or up to where it failed
 * @param failure  why there is no usable response
 * @param duration from the first step to the last byte or the failure
 * @param phases   what the time was spent on, relative to the start of the exchange
 */
public record Exchange(Request request, Optional<Response> response, Optional<Failure> failure, Duration duration,
                       List<Timing.Phase> phases) {

    /**
     * What was sent.
     *
     * @param method  the method, {@code GET} for wires that have none
     * @param url     the URL as it was written, byte for byte
     * @param headers the header fields
     * @param body    the body, empty when there was none
     * @param sentUrl the URL as it goes over the wire, without its fragment, when HTTP does not let it through as it
     *                is written; else the same as {@code url}
     */
    public record Request(String method, String url, Headers headers, Body body, String sentUrl) {

        /** What was sent to a URL exactly as it is written. */
        public Request(String method, String url, Headers headers, Body body) {
            this(method, url, headers, body, url);
        }
    }

    /**
     * What came back.
     *
     * @param status    the HTTP status; 200 on wires that have none
     * @param version   the protocol version, such as {@code HTTP/1.1}, or the name of the wire
     * @param headers   the header fields as received
     * @param body      the body after decompression
     * @param wireBytes how many bytes of body came over the wire, before decompression
     */
    public record Response(int status, String version, Headers headers, Body body, long wireBytes) {

        /** Whether the status is 2xx. */
        public boolean isSuccessful() {
            return status >= 200 && status < 300;
        }
    }

    /** The ways in which an exchange fails. */
    public enum FailureKind {
        /** The time was used up. */
        TIMEOUT,
        /** No connection, or it broke. */
        CONNECTION,
        /** The answer was larger than allowed. */
        TOO_LARGE,
        /** Somebody called it off. */
        CANCELLED,
        /** The URL is not one that this wire can ask, or the answer comes in a coding that it does not know. */
        UNSUPPORTED,
        /** The answer came, and its content coding is broken. */
        MALFORMED
    }

    /**
     * Why there is no usable response.
     *
     * @param kind    the way it failed
     * @param message one plain sentence
     */
    public record Failure(FailureKind kind, String message) {
    }

    /** Copies the phases. */
    public Exchange {
        phases = List.copyOf(phases);
    }
}
