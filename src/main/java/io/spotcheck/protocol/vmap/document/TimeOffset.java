package io.spotcheck.protocol.vmap.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/** When a break is due (VMAP 1.0.1 §2.3.1). */
public sealed interface TimeOffset {

    /** {@code hh:mm:ss} or {@code hh:mm:ss.mmm} from the content's start. */
    record Time(Duration time) implements TimeOffset {
    }

    /**
     * {@code n%} of the content.
     *
     * @param number from 0 to 100 when it makes sense
     */
    record Percent(BigDecimal number) implements TimeOffset {
    }

    /** Before the content. */
    record Start() implements TimeOffset {
    }

    /** After the content. */
    record End() implements TimeOffset {
    }

    /**
     * {@code #m}: the m-th opportunity that the content has for a break.
     *
     * @param number from 1 when it makes sense
     */
    record Position(int number) implements TimeOffset {
    }

    /** Reads an offset, in whatever case; empty when it is none. */
    static Optional<TimeOffset> parse(String written) {
        return OffsetText.parse(written);
    }

    /**
     * The moment from the content's start, when it can be told without knowing the content's opportunities.
     *
     * @param length the content's length, when it is known
     */
    default Optional<Duration> in(Optional<Duration> length) {
        return switch (this) {
            case Time(Duration time) -> Optional.of(time);
            case Start() -> Optional.of(Duration.ZERO);
            case End() -> length;
            case Percent(BigDecimal number) when number.signum() == 0 -> Optional.of(Duration.ZERO);
            case Percent(BigDecimal number) -> length.map(l -> Duration.ofMillis(number
                    .multiply(BigDecimal.valueOf(l.toMillis())).divide(BigDecimal.valueOf(100), RoundingMode.HALF_UP)
                    .setScale(0, RoundingMode.HALF_UP).longValue()));
            case Position(int _) -> Optional.empty();
        };
    }
}
