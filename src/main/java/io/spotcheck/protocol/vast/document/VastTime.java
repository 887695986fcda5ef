package io.spotcheck.protocol.vast.document;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How VAST writes times and numbers. */
public final class VastTime {

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)\\s*%");
    private static final int MOST_DIGITS = 9;

    private static final long TEN_YEARS = 315_360_000;

    private VastTime() {
    }

    /** Reads {@code HH:MM:SS} or {@code HH:MM:SS.mmm} (VAST 4.3 §3.8.1). */
    public static Optional<Duration> parse(String text) {
        String time = text.strip();
        int hours = digitsEnd(time, 0);
        int minutes = digitsEnd(time, hours + 1);
        int seconds = digitsEnd(time, minutes + 1);
        if (!isNumber(0, hours, 3) || !isColon(time, hours) || !isNumber(hours + 1, minutes, 2)
                || !isColon(time, minutes) || !isNumber(minutes + 1, seconds, 2)) {
            return Optional.empty();
        }
        long minute = Long.parseLong(time, hours + 1, minutes, 10);
        long second = Long.parseLong(time, minutes + 1, seconds, 10);
        Optional<Long> nanos = seconds == time.length() ? Optional.of(0L) : nanos(time, seconds);
        return nanos.filter(n -> minute < 60 && second < 60)
                .map(n -> Duration.ofSeconds(Long.parseLong(time, 0, hours, 10) * 3600 + minute * 60 + second, n));
    }

    private static boolean isColon(String time, int at) {
        return at < time.length() && time.charAt(at) == ':';
    }

    private static boolean isNumber(int from, int end, int most) {
        return end > from && end - from <= most;
    }

    private static Optional<Long> nanos(String time, int point) {
        int end = digitsEnd(time, point + 1);
        if (time.charAt(point) != '.' || end != time.length() || !isNumber(point + 1, end, MOST_DIGITS)) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong((time.substring(point + 1) + "000000000").substring(0, MOST_DIGITS)));
    }

    /** The moment that an offset means in a creative of this length: a time, or {@code n%} of the length. */
    public static Optional<Duration> offset(String text, Optional<Duration> length) {
        Matcher percent = PERCENT.matcher(text.strip());
        if (text.indexOf('%') >= 0 && percent.matches()) {
            double share = Double.parseDouble(percent.group(1)) / 100;
            return length.map(l -> Duration.ofNanos(Math.round(l.toNanos() * share)));
        }
        return parse(text);
    }

    /**
     * Reads how many seconds an ad may be kept (VAST 4.3 §3.4.10): nothing of less than zero, and at most ten years.
     */
    static Optional<Duration> life(String seconds) {
        try {
            var value = new BigDecimal(seconds.strip()).max(BigDecimal.ZERO).min(BigDecimal.valueOf(TEN_YEARS));
            return Optional.of(Duration.ofSeconds(value.longValue()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** Reads a whole number; a fraction is cut off. */
    static OptionalInt number(Optional<String> text) {
        return text.isEmpty() ? OptionalInt.empty() : number(text.get().strip());
    }

    private static OptionalInt number(String text) {
        int whole = digitsEnd(text, 0);
        if (whole == 0 || whole > MOST_DIGITS) {
            return OptionalInt.empty();
        }
        boolean fraction = whole < text.length() && text.charAt(whole) == '.' && whole + 1 < text.length();
        int end = fraction ? digitsEnd(text, whole + 1) : whole;
        return end == text.length() ? OptionalInt.of(Integer.parseInt(text, 0, whole, 10)) : OptionalInt.empty();
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
