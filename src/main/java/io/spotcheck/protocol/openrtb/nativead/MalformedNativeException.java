package io.spotcheck.protocol.openrtb.nativead;

import io.spotcheck.resolution.Location;

/** A text that is not the markup of a native ad. */
public final class MalformedNativeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Location location;

    MalformedNativeException(String message, Location location) {
        super(message);
        this.location = location;
    }

    /** Where it is in the markup. */
    public Location location() {
        return location;
    }
}
