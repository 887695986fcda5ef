package io.spotcheck.cli;

/** Texts cut to what a line can hold. */
final class Labels {

    private Labels() {
    }

    /** A text of at most so many characters: the middle leaves first, since a URL is known by its host and its end. */
    static String shorten(String text, int most) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (most < 1 || line.length() <= most) {
            return line;
        }
        if (most < 8) {
            return line.substring(0, most - 1) + "…";
        }
        int head = (most - 1) * 3 / 5;
        return line.substring(0, head) + "…" + line.substring(line.length() - (most - 1 - head));
    }
}
