package io.spotcheck.protocol.vast.document;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How VAST writes times and numbers. */
public final class VastTime {

    private static final Pattern TIME = Pattern.compile("(\\d{1,3}):([0-5]?\\d):([0-5]?\\d)(?:\\.(\\d{1,9}))?");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)\\s*%");

    private static final int MOST_DIGITS = 9;
    private static final long TEN_YEARS = 315_360_000;

    private VastTime() {
    }

    /** Reads {@code HH:MM:SS} or {@code HH:MM:SS.mmm} (VAST 4.3 §3.8.1). */
    public static Optional<Duration> parse(String text) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        long seconds = Long.parseLong(time.group(1)) * 3600 + Long.parseLong(time.group(2)) * 60
                + Long.parseLong(time.group(3));
        String fraction = time.group(4) == null ? "" : time.group(4);
        long nanos = fraction.isEmpty() ? 0 : Long.parseLong((fraction + "000000000").substring(0, 9));
        return Optional.of(Duration.ofSeconds(seconds, nanos));
    }

    /** The moment that an offset means in a creative of this length: a time, or {@code n%} of the length. */
    public static Optional<Duration> offset(String text, Optional<Duration> length) {
        Matcher percent = PERCENT.matcher(text.strip());
        if (percent.matches()) {
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
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        String number = text.get().strip();
        int digits = 0;
        int value = 0;
        while (digits < number.length() && isDigit(number.charAt(digits))) {
            if (digits == MOST_DIGITS) {
                return OptionalInt.empty();
            }
            value = value * 10 + number.charAt(digits) - '0';
            digits++;
        }
        return digits > 0 && (digits == number.length() || isFraction(number, digits)) ? OptionalInt.of(value)
                : OptionalInt.empty();
    }

    private static boolean isFraction(String number, int point) {
        return number.charAt(point) == '.' && point + 1 < number.length()
                && number.chars().skip(point + 1L).allMatch(c -> isDigit((char) c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
