package io.spotcheck.sandbox;

/** Ends a request with an HTTP status and one sentence that says what was wrong with it. */
final class RefusedException extends Exception {
    private final int status;

    RefusedException(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    int status() {
        return status;
    }
}
