package io.spotcheck.ad;

import java.util.Optional;

/**
 * What a companion, an icon or a non-linear creative shows.
 *
 * @param kind  how it is given
 * @param type  the MIME type of a static resource
 * @param value the URL, or the markup of an HTML resource
 */
public record Resource(Kind kind, Optional<String> type, String value) {

    /** How a resource is given. */
    public enum Kind {
        /** A file at a URL. */
        STATIC,
        /** A page at a URL, shown in a frame. */
        IFRAME,
        /** Markup in the document itself. */
        HTML
    }
}
