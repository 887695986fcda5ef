package io.spotcheck.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a route answers, before anything is on the wire. */
sealed interface Reply {
    /** Returns the HTTP status. */
    int status();

    /** Returns the headers beside those that the body brings with it. */
    Map<String, String> headers();

    /** Nothing but a status and headers. */
    record Bare(int status, Map<String, String> headers) implements Reply {
    }

    /** A body that is at hand. */
    record Whole(int status, Map<String, String> headers, ContentType type, byte[] body) implements Reply {
    }

    /** A body of known length that is written as it is read. */
    record Sized(int status, Map<String, String> headers, ContentType type, long length, Body body) implements Reply {
    }

    /** A body whose length nobody says beforehand. */
    record Streamed(int status, Map<String, String> headers, ContentType type, Body body) implements Reply {
    }

    /** Writes a body. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    static Reply bare(int status) {
        return new Bare(status, Map.of());
    }

    static Reply of(int status, ContentType type, byte[] body) {
        return new Whole(status, Map.of(), type, body);
    }

    static Reply text(int status, ContentType type, String body) {
        return of(status, type, body.getBytes(StandardCharsets.UTF_8));
    }
}
