package io.spotcheck.desktop.request;

import io.spotcheck.ad.WrittenTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Durations in fields of the form: written as everywhere else, and below zero, so that the rules can speak of it. */
final class DurationText {

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
    private static final String MINUS = "-";

    private DurationText() {
    }

    /** The duration that a text says, when it says one. */
    static Optional<Duration> read(String text) {
        try {
            return text.startsWith(MINUS) ? WrittenTime.read(text.substring(1)).map(Duration::negated)
                    : WrittenTime.read(text);
        } catch (IllegalArgumentException tooLong) {
            return Optional.empty();
        }
    }

    /** Writes a duration in seconds, which {@link #read} reads. */
    static String write(Duration time) {
        return new BigDecimal(time.toNanos()).divide(NANOS).stripTrailingZeros().toPlainString();
    }
}
