package io.spotcheck.resolution;

import java.util.Locale;

/** What a {@link Node} stands for. */
public enum NodeKind {
    /** The whole request: the root of the tree. */
    REQUEST,
    /** A look into the cache. */
    CACHE,
    /** A document that was asked for; its exchange is the last one, redirects are its children. */
    DOCUMENT,
    /** An answer that pointed elsewhere. */
    REDIRECT,
    /** A wrapper ad: it points to a further document. */
    WRAPPER,
    /** An inline ad. */
    AD,
    /** A creative of an ad. */
    CREATIVE,
    /** A media file of a linear creative. */
    MEDIA_FILE,
    /** An ad break of a schedule. */
    BREAK,
    /** A bid in an auction. */
    BID;

    /** The name in results, such as {@code media-file}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
