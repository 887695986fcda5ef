package io.spotcheck.xml;

import io.spotcheck.resolution.Location;

/** A text that is not well-formed XML, or larger than the limits. The message is one plain sentence. */
public final class MalformedXmlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Location location;
    private final boolean limit;

    MalformedXmlException(String message, Location location, boolean limit, Throwable cause) {
        super(message, cause);
        this.location = location;
        this.limit = limit;
    }

    /** Where reading ended. */
    public Location location() {
        return location;
    }

    /** Whether the text is refused for its size or depth rather than for its form. */
    public boolean isLimit() {
        return limit;
    }
}
