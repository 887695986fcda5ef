package io.spotcheck.validation;

/** What a document is. */
public enum DocumentType {
    /** A VAST response. */
    VAST("vast"),
    /** A VMAP schedule. */
    VMAP("vmap"),
    /** An OpenRTB bid request. */
    OPENRTB_REQUEST("openrtb-request"),
    /** An OpenRTB bid response. */
    OPENRTB_RESPONSE("openrtb-response"),
    /** The request or the response of a native ad. */
    NATIVE("native"),
    /** Nothing that is known here. */
    UNKNOWN("unknown");

    private final String wireName;

    DocumentType(String wireName) {
        this.wireName = wireName;
    }

    /** What a document is, seen from its content. */
    public static DocumentType of(String text) {
        return RecognisedDocument.of(text).type();
    }

    /** How it is written in JSON. */
    public String wireName() {
        return wireName;
    }
}
