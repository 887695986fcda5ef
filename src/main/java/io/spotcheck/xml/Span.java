package io.spotcheck.xml;

/**
 * A piece of a document's text.
 *
 * @param start the offset of its first character
 * @param end   the offset behind its last one
 */
public record Span(int start, int end) {

    /** Checks that the piece can exist. */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("There is no text from " + start + " to " + end + ".");
        }
    }

    /** The piece itself. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
