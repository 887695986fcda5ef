package io.spotcheck.orchestrator;

/** Hears what an {@link Orchestrator} does. Called on any thread, several at a time: return quickly. */
@FunctionalInterface
public interface OrchestratorListener {

    /** Hears one event. */
    void onEvent(OrchestratorEvent event);

    /** Hears nothing. */
    static OrchestratorListener none() {
        return event -> { };
    }
}
