package io.spotcheck.resolution;

/** How much a {@link Finding} matters, the most severe first. */
public enum Severity {
    /** The specification forbids it, or nothing can be served because of it. */
    ERROR,
    /** It is allowed or tolerated, but trips players or looks like a mistake. */
    WARNING,
    /** Worth knowing. */
    INFO
}
