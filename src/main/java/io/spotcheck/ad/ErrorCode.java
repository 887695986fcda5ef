package io.spotcheck.ad;

/** Why no ad was served. The names are stable: there may be more one day, none is ever renamed. */
public enum ErrorCode {
    /** The request itself is wrong; nothing was sent. */
    INVALID_REQUEST,
    /** Everything was answered, and there is no ad. */
    NO_AD,
    /** The time for one hop or for the whole was used up. */
    TIMEOUT,
    /** No connection, or it broke. */
    CONNECTION_FAILED,
    /** The answer has a status that is not 2xx. */
    HTTP_STATUS,
    /** The answer is larger than allowed, counted after decompression. */
    TOO_LARGE,
    /** The answer is not what it says it is. */
    MALFORMED,
    /** The answer is well-formed, but of a kind or version that is not supported. */
    UNSUPPORTED,
    /** More wrappers than allowed. */
    WRAPPER_LIMIT,
    /** A wrapper leads back to a document that is already in its chain. */
    WRAPPER_LOOP,
    /** More redirects than allowed, or redirects in a circle. */
    REDIRECT_LIMIT,
    /** The bidders were asked and none bid. */
    NO_BID,
    /** The address is one that must not be asked. */
    BLOCKED_ADDRESS,
    /** The upstream failed so often that it is not asked for a while. */
    CIRCUIT_OPEN,
    /** Another limit was reached, such as the depth of elements. */
    LIMIT_REACHED,
    /** Somebody called it off. */
    CANCELLED,
    /** A fault in the handler itself. */
    INTERNAL
}
