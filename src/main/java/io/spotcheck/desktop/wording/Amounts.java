package io.spotcheck.desktop.wording;

import java.time.Duration;
import java.util.Locale;

/** Times as people read them. */
public final class Amounts {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Amounts() {
    }

    /** Whole milliseconds without a unit, for columns that have it in their header; below one with one decimal. */
    public static String milliseconds(Duration time) {
        double millis = time.toNanos() / 1e6;
        return millis > 0 && millis < 1 ? String.format(Locale.ROOT, "%.1f", millis) : String.valueOf(Math.round(millis));
    }

    /** A time with the unit that suits it: {@code 265 ms}, {@code 1.2 s}, {@code 59 min}, {@code 2 h}. */
    public static String time(Duration time) {
        long millis = time.toMillis();
        if (millis < SECOND) {
            return millis + " ms";
        }
        if (millis < 2 * MINUTE) {
            return millis % SECOND == 0 || millis >= 20 * SECOND ? millis / SECOND + " s"
                    : String.format(Locale.ROOT, "%.1f s", millis / (double) SECOND);
        }
        return millis < 2 * HOUR ? millis / MINUTE + " min" : millis / HOUR + " h";
    }
}
