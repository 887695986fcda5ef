package io.spotcheck.suite;

import io.spotcheck.suite.ProfileResult.Outcome;
import java.time.Duration;
import java.util.List;

/**
 * What came of a run.
 *
 * @param profiles the results, in the order in which the profiles were given
 * @param duration how long the run took
 */
public record SuiteResult(List<ProfileResult> profiles, Duration duration) {

    /** Copies the list. */
    public SuiteResult {
        profiles = List.copyOf(profiles);
    }

    /** How many profiles ended so. */
    public int count(Outcome outcome) {
        return (int) profiles.stream().filter(p -> p.outcome() == outcome).count();
    }

    /** Whether every profile passed. */
    public boolean allPassed() {
        return count(Outcome.PASSED) == profiles.size();
    }
}
