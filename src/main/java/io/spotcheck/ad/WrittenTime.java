package io.spotcheck.ad;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people write lengths and moments of content. */
public final class WrittenTime {

    private static final Pattern UNITS = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)\\s*(ms|s|m|h)");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(?:\\.\\d{1,9})?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,6}):([0-5]?\\d):([0-5]?\\d(?:\\.\\d{1,9})?)");

    private WrittenTime() {
    }

    /**
     * Reads a time as ads have it, such as {@code 00:01:30} or {@code 00:01:30.500}, a number with its unit, such as
     * {@code 90s}, or a number of seconds, such as {@code 90} or {@code 1.5}.
     *
     * @throws IllegalArgumentException if it is longer than anything can be
     */
    public static Optional<Duration> read(String text) {
        String time = text.strip();
        Matcher clock = CLOCK.matcher(time);
        if (clock.matches()) {
            return Optional.of(Duration.ofHours(Long.parseLong(clock.group(1)))
                    .plusMinutes(Long.parseLong(clock.group(2)))
                    .plusNanos(new BigDecimal(clock.group(3)).movePointRight(9).longValue()));
        }
        return inUnits(SECONDS.matcher(time).matches() ? time + "s" : time);
    }

    /**
     * Reads a number with its unit only: {@code 500ms}, {@code 1.5s}, {@code 1m} or {@code 1h}.
     *
     * @throws IllegalArgumentException if it is longer than anything can be
     */
    public static Optional<Duration> inUnits(String text) {
        Matcher form = UNITS.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        long nanosPerUnit = switch (form.group(2)) {
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
        try {
            return Optional.of(Duration.ofNanos(new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(nanosPerUnit))
                    .toBigInteger().longValueExact()));
        } catch (ArithmeticException tooLong) {
            throw new IllegalArgumentException("“" + text + "” is too long for a duration", tooLong);
        }
    }
}
