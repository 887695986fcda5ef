package io.spotcheck.cli;

import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Status;

/**
 * Colours and marks. A mark's shape carries the meaning; its colour only repeats it.
 *
 * @param on whether colours are written
 */
record Ink(boolean on) {

    private static final String GREEN = "32";
    private static final String AMBER = "33";
    private static final String RED = "31";
    private static final String DIM = "2";
    private static final String BOLD = "1";

    String good(String text) {
        return paint(GREEN, text);
    }

    String doubtful(String text) {
        return paint(AMBER, text);
    }

    String bad(String text) {
        return paint(RED, text);
    }

    String dim(String text) {
        return paint(DIM, text);
    }

    String bold(String text) {
        return paint(BOLD, text);
    }

    /** The mark of a node: one character wide. */
    String mark(Status status) {
        return switch (status) {
            case OK -> good("✓");
            case WARNING -> doubtful("▲");
            case ERROR -> bad("✕");
            case SKIPPED -> dim("–");
            case RUNNING -> dim("◌");
        };
    }

    /** The mark of a finding: one character wide. */
    String mark(Severity severity) {
        return switch (severity) {
            case ERROR -> bad("✕");
            case WARNING -> doubtful("▲");
            case INFO -> dim("·");
        };
    }

    private String paint(String code, String text) {
        return on && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
