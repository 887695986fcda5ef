package io.spotcheck.protocol.vast.document;

import io.spotcheck.ad.ErrorCode;
import io.spotcheck.protocol.UnusableDocumentException;
import io.spotcheck.resolution.Location;

/** A text that is not a VAST document that can be used. */
public final class VastException extends UnusableDocumentException {

    private static final long serialVersionUID = 1L;

    VastException(String rule, ErrorCode code, int vastCode, String message, Location location) {
        super(rule, code, vastCode, message, location);
    }
}
