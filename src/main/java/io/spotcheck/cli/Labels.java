package io.spotcheck.cli;

import java.time.Duration;
import java.util.Locale;

/** Texts, times and sizes cut to what a line can hold. */
final class Labels {

    private static final int SECOND_MS = 1_000;
    private static final int MINUTE_MS = 60 * SECOND_MS;

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

    /** A time with the unit that suits it: {@code 265 ms}, {@code 1.2 s}, {@code 2 min}. */
    static String time(Duration duration) {
        long millis = duration.toMillis();
        if (millis < SECOND_MS) {
            return millis + " ms";
        }
        if (millis < 2 * MINUTE_MS) {
            return millis % SECOND_MS == 0 ? millis / SECOND_MS + " s"
                    : String.format(Locale.ROOT, "%.1f s", millis / (double) SECOND_MS);
        }
        return millis / MINUTE_MS + " min" + (millis % MINUTE_MS == 0 ? "" : " " + millis % MINUTE_MS / SECOND_MS + " s");
    }
}
