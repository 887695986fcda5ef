package io.spotcheck.json;

import io.spotcheck.resolution.Location;

/** A text that is not JSON, or goes beyond a limit. */
public final class MalformedJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Location location;
    private final boolean limit;

    MalformedJsonException(String message, Location location, boolean limit, Throwable cause) {
        super(message, cause);
        this.location = location;
        this.limit = limit;
    }

    /** Where reading stopped; the path is that of the innermost value that was open. */
    public Location location() {
        return location;
    }

    /** Whether the document is well-formed as far as it was read, and too large or too deep. */
    public boolean isLimit() {
        return limit;
    }
}
