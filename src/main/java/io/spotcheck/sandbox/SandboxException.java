package io.spotcheck.sandbox;

import java.io.IOException;

/** Says in one plain sentence why the sandbox could not start. */
public final class SandboxException extends IOException {
    SandboxException(String sentence) {
        super(sentence);
    }

    SandboxException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
