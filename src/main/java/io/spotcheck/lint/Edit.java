package io.spotcheck.lint;

import java.util.Objects;

/**
 * Puts a text in the place of a piece of a document.
 *
 * @param start the offset of the first character that goes, in the decoded text without byte order mark
 * @param end   the offset behind the last one; the same as {@code start} where nothing goes
 * @param text  what comes; empty where nothing does
 */
public record Edit(int start, int end, String text) {

    /** Checks that the piece can exist. */
    public Edit {
        Objects.requireNonNull(text, "text");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("There is no text from " + start + " to " + end + ".");
        }
    }

    /** Whether both want the same characters, or to put something at the same place. */
    boolean touches(Edit other) {
        return start < other.end && other.start < end || start == other.start
                || start == end && start > other.start && start < other.end
                || other.start == other.end && other.start > start && other.start < end;
    }
}
