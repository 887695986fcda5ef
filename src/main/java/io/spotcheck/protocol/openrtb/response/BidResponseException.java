package io.spotcheck.protocol.openrtb.response;

import io.spotcheck.ad.ErrorCode;
import io.spotcheck.resolution.Location;

/** An answer that is not a bid response of OpenRTB 2.x. */
public final class BidResponseException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Location location;

    BidResponseException(ErrorCode code, String message, Location location) {
        super(message);
        this.code = code;
        this.location = location;
    }

    /** What kind of failure. */
    public ErrorCode code() {
        return code;
    }

    /** Where it is; the path is a JSON pointer. */
    public Location location() {
        return location;
    }
}
