package io.spotcheck.desktop.preview;

import io.spotcheck.ad.Creative;

/**
 * Why nothing can be seen of a companion or an overlay.
 *
 * @param kind   the kind of fault
 * @param detail what is concerned: a URL or a type
 */
record ResourceFault(Kind kind, String detail) {

    /** The kinds of faults, each with its code for overlays and for companions (VAST 4.3 §2.3.6). */
    enum Kind {
        /** It came, and cannot be shown all the same. */
        NOT_SHOWN(500, 600),
        /** It did not come. */
        NOT_FETCHED(502, 603),
        /** It is of a type that nothing here shows. */
        TYPE(503, 604);

        private final int ofOverlay;
        private final int ofCompanion;

        Kind(int ofOverlay, int ofCompanion) {
            this.ofOverlay = ofOverlay;
            this.ofCompanion = ofCompanion;
        }
    }

    /** The VAST error code for this creative. */
    int code(Creative creative) {
        return creative instanceof Creative.NonLinear ? kind.ofOverlay : kind.ofCompanion;
    }
}
