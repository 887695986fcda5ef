package io.spotcheck.upstream;

import java.time.Duration;

/** A moment by which something has to be done. */
public final class Deadline {

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    /** The moment this long from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The time left; zero when it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /** Whether it has passed. */
    public boolean hasPassed() {
        return nanos - System.nanoTime() <= 0;
    }

    /** The time left, but no more than this. */
    public Duration remainingAtMost(Duration limit) {
        Duration left = remaining();
        return left.compareTo(limit) < 0 ? left : limit;
    }
}
