package io.spotcheck.desktop.request;

import io.spotcheck.orchestrator.Quantities;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as a person writes them: plain seconds, as profiles and the command line have them ({@code 30m},
 * {@code 1.5h}), or as schedules have them ({@code 00:30:00.000}, {@code 30:00}).
 */
final class DurationText {

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,4}):)?([0-5]?\\d):([0-5]\\d(?:\\.\\d{1,9})?)");

    private DurationText() {
    }

    /** The duration that a text says, when it says one. */
    static Optional<Duration> read(String text) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(seconds(new BigDecimal(text)));
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
            return Optional.of(Duration.ofHours(hours).plusMinutes(Long.parseLong(clock.group(2)))
                    .plus(seconds(new BigDecimal(clock.group(3)))));
        }
        try {
            return Optional.of(Quantities.parseDuration(text));
        } catch (IllegalArgumentException otherwise) {
            return Optional.empty();
        }
    }

    /** Writes a duration in seconds, which {@link #read} reads. */
    static String write(Duration time) {
        return new BigDecimal(time.toNanos()).divide(NANOS).stripTrailingZeros().toPlainString();
    }

    private static Duration seconds(BigDecimal count) {
        return Duration.ofNanos(count.multiply(NANOS).longValue());
    }
}
