package io.spotcheck.protocol.custom;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How an answer writes a duration: the option {@code unit} of a value. */
enum DurationForm {
    /** {@code s}: seconds, whole or not. */
    SECONDS("s"),
    /** {@code ms}: milliseconds. */
    MILLISECONDS("ms"),
    /** {@code hh:mm:ss}: hours, minutes and seconds, whole or not; hours may be missing. */
    TIMECODE("hh:mm:ss"),
    /** When no unit is given: a time code if there is a colon, otherwise seconds. */
    ANY("");

    private static final BigDecimal LONGEST_MS = BigDecimal.valueOf(Duration.ofDays(366).toMillis());
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?([0-5]?\\d):([0-5]?\\d)(?:\\.(\\d{1,9}))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

    private final String name;

    DurationForm(String name) {
        this.name = name;
    }

    static Optional<DurationForm> of(String name) {
        for (DurationForm form : values()) {
            if (form.name.equals(name) && form != ANY) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** The duration that a text means, a year at most. */
    Optional<Duration> parse(String text) {
        return switch (this) {
            case SECONDS -> number(text, 1000);
            case MILLISECONDS -> number(text, 1);
            case TIMECODE -> clock(text);
            case ANY -> text.contains(":") ? clock(text) : number(text, 1000);
        };
    }

    private static Optional<Duration> number(String text, int milliseconds) {
        return Optional.of(text).filter(t -> NUMBER.matcher(t).matches())
                .map(t -> new BigDecimal(t).multiply(BigDecimal.valueOf(milliseconds)))
                .filter(ms -> ms.compareTo(LONGEST_MS) <= 0).map(ms -> Duration.ofMillis(ms.longValue()));
    }

    private static Optional<Duration> clock(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches()) {
            return Optional.empty();
        }
        long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
        String fraction = clock.group(4) == null ? "" : clock.group(4);
        return Optional.of(Duration.ofHours(hours).plusMinutes(Long.parseLong(clock.group(2)))
                .plusSeconds(Long.parseLong(clock.group(3)))
                .plusNanos(Long.parseLong((fraction + "000000000").substring(0, 9))));
    }

    /** How people call it. */
    String description() {
        return switch (this) {
            case SECONDS -> "a number of seconds";
            case MILLISECONDS -> "a number of milliseconds";
            case TIMECODE -> "a time hh:mm:ss";
            case ANY -> "a number of seconds or a time hh:mm:ss";
        };
    }
}
