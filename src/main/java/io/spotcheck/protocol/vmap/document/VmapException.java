package io.spotcheck.protocol.vmap.document;

import io.spotcheck.ad.ErrorCode;
import io.spotcheck.protocol.UnusableDocumentException;
import io.spotcheck.resolution.Location;

/** A text that is not a schedule that can be used. */
public final class VmapException extends UnusableDocumentException {

    private static final long serialVersionUID = 1L;

    VmapException(String rule, ErrorCode code, VmapError error, String message, Location location) {
        super(rule, code, error.code(), message, location);
    }
}
