package io.spotcheck.suite;

import io.spotcheck.workspace.ProfileFile;

/** A step of a run. */
public sealed interface SuiteEvent {

    /**
     * A profile began.
     *
     * @param file the profile
     */
    record ProfileStarted(ProfileFile file) implements SuiteEvent {
    }

    /**
     * A profile ended.
     *
     * @param result what came of it
     * @param done   how many have ended, this one included
     * @param total  how many there are
     */
    record ProfileFinished(ProfileResult result, int done, int total) implements SuiteEvent {
    }
}
