package io.spotcheck.resolution;

import java.time.Duration;
import java.util.List;

/**
 * When something happened within a resolution, and how long it took.
 *
 * @param start    the time from the start of the resolution
 * @param duration how long it took
 * @param phases   what an exchange spent the time on, in order; empty for what is not an exchange
 */
public record Timing(Duration start, Duration duration, List<Phase> phases) {

    private static final Timing ZERO = new Timing(Duration.ZERO, Duration.ZERO, List.of());

    /** The steps of an exchange. */
    public enum Step {
        /** Looking up the host's address. */
        DNS,
        /** Opening the connection. */
        CONNECT,
        /** Securing the connection. */
        TLS,
        /** Sending the request. */
        SEND,
        /** Waiting for the first byte of the answer. */
        WAIT,
        /** Receiving the answer. */
        RECEIVE
    }

    /**
     * One step of an exchange.
     *
     * @param step     which
     * @param start    the time from the start of the exchange
     * @param duration how long it took
     */
    public record Phase(Step step, Duration start, Duration duration) {
    }

    /** Copies the phases. */
    public Timing {
        phases = List.copyOf(phases);
    }

    /** At the very start, in no time. */
    public static Timing zero() {
        return ZERO;
    }

    /** The time from the start of the resolution to the end of this. */
    public Duration end() {
        return start.plus(duration);
    }
}
