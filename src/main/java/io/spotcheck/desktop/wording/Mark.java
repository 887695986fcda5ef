package io.spotcheck.desktop.wording;

import io.spotcheck.resolution.Status;

/**
 * The shape, the word's key and the style class of how something ended. Shape and word carry the meaning; the colour
 * only repeats it.
 */
public enum Mark {
    /** As it should be. */
    OK("●", "status-ok"),
    /** Doubtful. */
    WARNING("▲", "status-warning"),
    /** Broken. */
    ERROR("✕", "status-error"),
    /** Passed over. */
    SKIPPED("–", "status-skipped"),
    /** Under way. */
    RUNNING("◌", "status-running"),
    /** Not yet tried. */
    NONE("○", "muted");

    private final String shape;
    private final String styleClass;

    Mark(String shape, String styleClass) {
        this.shape = shape;
        this.styleClass = styleClass;
    }

    /** The mark of a node's status. */
    public static Mark of(Status status) {
        return switch (status) {
            case OK -> OK;
            case WARNING -> WARNING;
            case ERROR -> ERROR;
            case SKIPPED -> SKIPPED;
            case RUNNING -> RUNNING;
        };
    }

    /** One character. */
    public String shape() {
        return shape;
    }

    /** The style class of {@code spotcheck.css} that colours it. */
    public String styleClass() {
        return styleClass;
    }

    /** One word. */
    public String word() {
        return Messages.text("mark." + name());
    }
}
