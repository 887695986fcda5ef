package io.spotcheck.protocol;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;

/** A text that is not a document of its protocol, or not one that can be used: why, and where. */
public abstract class UnusableDocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final ErrorCode code;
    private final int protocolCode;
    private final transient Location location;

    /**
     * A document that cannot be used.
     *
     * @param rule         the id of the rule that it breaks
     * @param code         the code of the failure
     * @param protocolCode the code that a player reports
     * @param message      one plain sentence
     * @param location     where the fault is
     */
    protected UnusableDocumentException(String rule, ErrorCode code, int protocolCode, String message,
                                        Location location) {
        super(message);
        this.rule = rule;
        this.code = code;
        this.protocolCode = protocolCode;
        this.location = location;
    }

    /** This as a finding in the document. */
    public final Finding toFinding() {
        return Finding.of(rule, Severity.ERROR, getMessage()).at(location);
    }

    /** This as a failure on a node. */
    public final AdError toError(int nodeId) {
        return AdError.of(code, getMessage(), nodeId).withProtocolCode(protocolCode).at(location);
    }
}
