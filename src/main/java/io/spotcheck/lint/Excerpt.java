package io.spotcheck.lint;

/** A value of a document as a message quotes it. */
public final class Excerpt {

    private static final int LONGEST = 60;

    private Excerpt() {
    }

    /** The value in one line without runs of blanks, 60 characters at most; what is cut off shows as an ellipsis. */
    public static String of(String value) {
        String line = value.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
