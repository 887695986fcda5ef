package io.spotcheck.sandbox;

import java.util.Locale;

/** The kinds of body that the sandbox sends, by the ending of the file. */
enum ContentType {
    XML("xml", "application/xml; charset=utf-8", true),
    JSON("json", "application/json; charset=utf-8", true),
    HTML("html", "text/html; charset=utf-8", true),
    SCRIPT("js", "text/javascript; charset=utf-8", true),
    CAPTIONS("vtt", "text/vtt; charset=utf-8", true),
    TEXT("txt", "text/plain; charset=utf-8", true),
    SVG("svg", "image/svg+xml", true),
    PNG("png", "image/png", false),
    JPEG("jpg", "image/jpeg", false),
    GIF("gif", "image/gif", false),
    MP4("mp4", "video/mp4", false),
    WEBM("webm", "video/webm", false),
    M4A("m4a", "audio/mp4", false),
    OTHER("", "application/octet-stream", false);

    private final String ending;
    private final String header;
    private final boolean text;

    ContentType(String ending, String header, boolean text) {
        this.ending = ending;
        this.header = header;
        this.text = text;
    }

    /** Returns the kind of the file with that name. */
    static ContentType ofFile(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (ContentType type : values()) {
            if (type.ending.equals(ending)) {
                return type;
            }
        }
        return OTHER;
    }

    /** Returns the value of the {@code Content-Type} header. */
    String header() {
        return header;
    }

    /** Tells whether compressing it is worth while. */
    boolean compresses() {
        return text;
    }
}
