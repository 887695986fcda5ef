package io.spotcheck.protocol.vast.document;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;

/** A text that is not a VAST document that can be used. */
public final class VastException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final ErrorCode code;
    private final int vastCode;
    private final transient Location location;

    VastException(String rule, ErrorCode code, int vastCode, String message, Location location) {
        super(message);
        this.rule = rule;
        this.code = code;
        this.vastCode = vastCode;
        this.location = location;
    }

    /** This as a finding in the document. */
    public Finding toFinding() {
        return Finding.of(rule, Severity.ERROR, getMessage()).at(location);
    }

    /** This as a failure on a node. */
    public AdError toError(int nodeId) {
        return AdError.of(code, getMessage(), nodeId).withProtocolCode(vastCode).at(location);
    }
}
