package io.spotcheck.protocol.vmap.document;

/** What can go wrong with a schedule, with the codes that its trackers are told (VMAP 1.0.1 §2.5). */
public enum VmapError {
    /** Nothing of the below. */
    UNDEFINED(900),
    /** It is not a schedule. */
    SCHEMA(1000),
    /** Its version is not supported. */
    VERSION(1001),
    /** It cannot be parsed. */
    PARSING(1002),
    /** The type of a break is not supported. */
    BREAK_TYPE(1003),
    /** Something about an ad response. */
    AD_RESPONSE(1004),
    /** An ad response is written in something that is not supported. */
    TEMPLATE_TYPE(1005),
    /** An ad response cannot be taken out or parsed. */
    AD_RESPONSE_PARSING(1006),
    /** An ad response took too long. */
    AD_RESPONSE_TIMEOUT(1007),
    /** An ad response could not be had. */
    AD_RESPONSE_RETRIEVAL(1008);

    private final int code;

    VmapError(int code) {
        this.code = code;
    }

    /** The number. */
    public int code() {
        return code;
    }
}
