package io.spotcheck.resolution;

import java.util.Locale;

/** How a {@link Node} ended. */
public enum Status {
    /** Not yet ended. Never found in a finished resolution. */
    RUNNING,
    /** As it should be. */
    OK,
    /** Usable, with something doubtful. */
    WARNING,
    /** Broken. */
    ERROR,
    /** Passed over; the node's reason says why. */
    SKIPPED;

    /** The name in results, such as {@code ok}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
