package io.spotcheck.orchestrator;

/**
 * Hears what an {@link Orchestrator} does. Called on any thread, several at a time: return quickly. What it throws is
 * logged and changes nothing.
 */
@FunctionalInterface
public interface OrchestratorListener {

    /** Hears one event. */
    void onEvent(OrchestratorEvent event);

    /** Hears nothing. */
    static OrchestratorListener none() {
        return event -> { };
    }
}
