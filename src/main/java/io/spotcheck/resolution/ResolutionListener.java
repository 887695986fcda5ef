package io.spotcheck.resolution;

/**
 * Hears the steps of a resolution while they happen. Calls come one at a time but on any thread, and the resolution
 * waits for them: return quickly.
 */
@FunctionalInterface
public interface ResolutionListener {

    /** Hears one step. */
    void onEvent(ResolutionEvent event);

    /** Hears nothing. */
    static ResolutionListener none() {
        return event -> { };
    }
}
