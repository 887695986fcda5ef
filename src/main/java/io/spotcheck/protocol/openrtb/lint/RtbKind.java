package io.spotcheck.protocol.openrtb.lint;

/** What a document of OpenRTB is. */
public enum RtbKind {
    /** A bid request. */
    REQUEST("BidRequest"),
    /** A bid response. */
    RESPONSE("BidResponse"),
    /** What a native placement wants. */
    NATIVE_REQUEST("NativeRequest"),
    /** A native ad. */
    NATIVE_RESPONSE("NativeResponse");

    private final String object;

    RtbKind(String object) {
        this.object = object;
    }

    /** The object of the catalogue that the root is. */
    String object() {
        return object;
    }
}
