package io.spotcheck.sandbox;

import java.io.IOException;

/** A request that is none of HTTP/1. The message is a sentence. */
final class MalformedRequestException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedRequestException(String message) {
        super(message);
    }
}
