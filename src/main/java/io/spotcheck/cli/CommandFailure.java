package io.spotcheck.cli;

/** A command that cannot do its work. The message is the one sentence that is printed; the exit status is 2. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }

    CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
