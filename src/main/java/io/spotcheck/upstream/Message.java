package io.spotcheck.upstream;

import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Headers;
import java.util.Objects;

/**
 * What is sent to fetch a document.
 *
 * @param method  {@code GET} or {@code POST}
 * @param headers header fields of this message; one of the same name replaces the endpoint's
 * @param body    the body, empty for {@code GET}
 */
public record Message(String method, Headers headers, Body body) {

    private static final Message GET = new Message("GET", Headers.none(), Body.empty());

    /** Checks that nothing is missing. */
    public Message {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
    }

    /** A plain {@code GET}. */
    public static Message get() {
        return GET;
    }

    /** A {@code POST} of this body. */
    public static Message post(Headers headers, Body body) {
        return new Message("POST", headers, body);
    }

    /**
     * The message that follows a redirect of this status: 307 and 308 repeat it, after the others a {@code POST}
     * becomes a {@code GET} without a body (RFC 9110 §15.4).
     */
    Message afterRedirect(int status) {
        return method.equals("GET") || status == 307 || status == 308 ? this : GET;
    }
}
