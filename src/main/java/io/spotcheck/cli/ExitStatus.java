package io.spotcheck.cli;

/** What a command tells its caller when it ends. */
final class ExitStatus {

    /** All well. */
    static final int OK = 0;

    /** A finding of severity error, a failed assertion, or no ad. */
    static final int FAILED = 1;

    /** The command could not do its work. */
    static final int UNUSABLE = 2;

    private ExitStatus() {
    }
}
