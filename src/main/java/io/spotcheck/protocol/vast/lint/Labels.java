package io.spotcheck.protocol.vast.lint;

/** Values cut to what a sentence can hold. */
final class Labels {

    private static final int LONGEST = 60;

    private Labels() {
    }

    /** One line without runs of blanks. */
    static String shorten(String value) {
        String line = value.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
