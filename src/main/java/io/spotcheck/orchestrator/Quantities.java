package io.spotcheck.orchestrator;

import io.spotcheck.ad.WrittenTime;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How durations and sizes are written: {@code 500ms}, {@code 2s}, {@code 1m}; {@code 512KiB}, {@code 5MiB}. */
public final class Quantities {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*(B|KiB|MiB|GiB)?", Pattern.CASE_INSENSITIVE);

    /** The forms of a duration, for sentences. */
    static final String DURATION_FORMS = "500ms, 2s, 1m or 1h";
    /** The forms of a length or a moment of content, for sentences. */
    static final String TIME_FORMS = "00:01:30, 90s, 2m, 1h or seconds";

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Quantities() {
    }

    /**
     * Reads a duration such as {@code 500ms}, {@code 1.5s}, {@code 1m} or {@code 1h}. A number alone is none: some read
     * seconds, others milliseconds.
     *
     * @throws IllegalArgumentException if it is written otherwise
     */
    public static Duration parseDuration(String text) {
        return WrittenTime.inUnits(text).orElseThrow(() ->
                new IllegalArgumentException("“" + text + "” is not a duration; write " + DURATION_FORMS));
    }

    /**
     * Reads a length or a moment of content: a duration, a time as ads have it such as {@code 00:01:30} or
     * {@code 00:01:30.500}, or a number of seconds such as {@code 90} or {@code 1.5}.
     *
     * @throws IllegalArgumentException if it is written otherwise
     */
    public static Duration parseTime(String text) {
        return WrittenTime.read(text).orElseThrow(() ->
                new IllegalArgumentException("“" + text + "” is not a time; write " + TIME_FORMS));
    }

    /** Writes a duration so that {@link #parseDuration} reads it, in the largest unit that divides it. */
    public static String format(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0 || millis % 1_000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1_000;
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /**
     * Tells a duration to a person in the unit that suits it: {@code 265 ms}, {@code 1.2 s},
     * {@code 59 min}, {@code 2 h}.
     */
    public static String describe(Duration duration) {
        long millis = duration.toMillis();
        if (millis < SECOND) {
            return millis + " ms";
        }
        if (millis < 2 * MINUTE) {
            return millis % SECOND == 0 || millis >= 20 * SECOND ? millis / SECOND + " s"
                    : String.format(Locale.ROOT, "%.1f s", millis / (double) SECOND);
        }
        return millis < 2 * HOUR ? millis / MINUTE + " min" : millis / HOUR + " h";
    }

    /**
     * Reads a size in bytes such as {@code 512KiB}, {@code 5MiB} or {@code 1000}.
     *
     * @throws IllegalArgumentException if it is written otherwise
     */
    public static long parseSize(String text) {
        Matcher form = SIZE.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("“" + text + "” is not a size; write 512KiB or 5MiB");
        }
        String unit = form.group(2) == null ? "b" : form.group(2).toLowerCase(Locale.ROOT);
        int shift = switch (unit) {
            case "kib" -> 10;
            case "mib" -> 20;
            case "gib" -> 30;
            default -> 0;
        };
        return Math.multiplyExact(Long.parseLong(form.group(1)), 1L << shift);
    }

    /** Writes a size so that {@link #parseSize} reads it, in the largest unit that divides it. */
    public static String formatSize(long bytes) {
        if (bytes > 0 && bytes % (1L << 20) == 0) {
            return (bytes >> 20) + "MiB";
        }
        return bytes > 0 && bytes % (1L << 10) == 0 ? (bytes >> 10) + "KiB" : bytes + "B";
    }
}
