package io.spotcheck.validation;

/** What a document is. */
public enum DocumentType {
    /** A VAST response. */
    VAST("vast", "VAST"),
    /** A VMAP schedule. */
    VMAP("vmap", "VMAP"),
    /** An OpenRTB bid request. */
    OPENRTB_REQUEST("openrtb-request", "An OpenRTB bid request"),
    /** An OpenRTB bid response. */
    OPENRTB_RESPONSE("openrtb-response", "An OpenRTB bid response"),
    /** The request or the response of a native ad. */
    NATIVE("native", "A native ad"),
    /** Nothing that is known here. */
    UNKNOWN("unknown", "An unknown document");

    private final String wireName;
    private final String label;

    DocumentType(String wireName, String label) {
        this.wireName = wireName;
        this.label = label;
    }

    /** What a document is, seen from its content. */
    public static DocumentType of(String text) {
        return RecognisedDocument.of(text).type();
    }

    /** How it is written in JSON. */
    public String wireName() {
        return wireName;
    }

    /** How people call it. */
    public String label() {
        return label;
    }
}
