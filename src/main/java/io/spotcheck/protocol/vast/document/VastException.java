package io.spotcheck.protocol.vast.document;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.resolution.Location;

/** A text that is not a VAST document that can be used. */
public final class VastException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final int vastCode;
    private final transient Location location;

    VastException(ErrorCode code, int vastCode, String message, Location location) {
        super(message);
        this.code = code;
        this.vastCode = vastCode;
        this.location = location;
    }

    /** This as a failure on a node. */
    public AdError toError(int nodeId) {
        return AdError.of(code, getMessage(), nodeId).withProtocolCode(vastCode).at(location);
    }
}
