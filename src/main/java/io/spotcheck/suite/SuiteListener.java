package io.spotcheck.suite;

/** Hears the steps of a run. Called one at a time, on any thread, and the run waits for it: return quickly. */
@FunctionalInterface
public interface SuiteListener {

    /** Hears one step. */
    void onEvent(SuiteEvent event);

    /** Hears nothing. */
    static SuiteListener none() {
        return event -> { };
    }
}
