package io.spotcheck.desktop.source;

/**
 * A run of characters that are coloured alike.
 *
 * @param start where it begins in the text
 * @param end   where it ends, exclusive
 * @param kind  what it is
 */
record Token(int start, int end, Kind kind) {

    /** What a run of characters is. */
    enum Kind {
        /** A tag's brackets and name; a word such as {@code true} in JSON. */
        TAG("xml-tag"),
        /** The name of an attribute. */
        ATTRIBUTE("xml-attribute"),
        /** A quoted value. */
        VALUE("xml-value"),
        /** A comment, and the brackets of a CDATA section. */
        COMMENT("xml-comment"),
        /** What a CDATA section holds; a number in JSON. */
        CDATA("xml-cdata"),
        /** The name of a member in JSON. */
        KEY("json-key");

        private final String styleClass;

        Kind(String styleClass) {
            this.styleClass = styleClass;
        }

        /** The style class that colours it. */
        String styleClass() {
            return styleClass;
        }
    }
}
