package io.spotcheck.desktop.wording;

import java.time.Duration;
import java.util.Locale;

/** Times as people read them. */
public final class Amounts {

    private Amounts() {
    }

    /** Whole milliseconds without a unit, for columns that have it in their header; below one with one decimal. */
    public static String milliseconds(Duration time) {
        double millis = time.toNanos() / 1e6;
        return millis > 0 && millis < 1 ? String.format(Locale.ROOT, "%.1f", millis)
                : String.valueOf(Math.round(millis));
    }
}
