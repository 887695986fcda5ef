package io.spotcheck.protocol.vmap.document;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;

/** A text that is not a schedule that can be used. */
public final class VmapException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final ErrorCode code;
    private final VmapError error;
    private final transient Location location;

    VmapException(String rule, ErrorCode code, VmapError error, String message, Location location) {
        super(message);
        this.rule = rule;
        this.code = code;
        this.error = error;
        this.location = location;
    }

    /** This as a finding in the document. */
    public Finding toFinding() {
        return Finding.of(rule, Severity.ERROR, getMessage()).at(location);
    }

    /** This as a failure on a node. */
    public AdError toError(int nodeId) {
        return AdError.of(code, getMessage(), nodeId).withProtocolCode(error.code()).at(location);
    }
}
