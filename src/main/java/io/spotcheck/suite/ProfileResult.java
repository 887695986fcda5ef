package io.spotcheck.suite;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.workspace.Mismatch;
import io.spotcheck.workspace.ProfileFile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of one profile.
 *
 * @param file       the profile
 * @param outcome    how it ended
 * @param mismatches what is not as expected; empty unless it failed
 * @param error      why it could not be run, in one plain sentence; only when it is broken
 * @param duration   how long it took
 * @param response   the answer, when there was one
 */
public record ProfileResult(ProfileFile file, Outcome outcome, List<Mismatch> mismatches, Optional<String> error,
                            Duration duration, Optional<AdResponse> response) {

    /** How a profile ended. */
    public enum Outcome {
        /** Everything is as expected. */
        PASSED,
        /** Something is not as expected. */
        FAILED,
        /** It could not be run: its file is wrong, or a variable has no value. */
        BROKEN,
        /** The run was called off before it was done. */
        CANCELLED;

        /** The name in results, such as {@code passed}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the list. */
    public ProfileResult {
        mismatches = List.copyOf(mismatches);
    }

    static ProfileResult of(ProfileFile file, AdResponse response, List<Mismatch> mismatches, Duration duration) {
        return new ProfileResult(file, mismatches.isEmpty() ? Outcome.PASSED : Outcome.FAILED, mismatches,
                Optional.empty(), duration, Optional.of(response));
    }

    static ProfileResult broken(ProfileFile file, String error) {
        return new ProfileResult(file, Outcome.BROKEN, List.of(), Optional.of(error), Duration.ZERO,
                Optional.empty());
    }

    static ProfileResult cancelled(ProfileFile file, Duration duration, Optional<AdResponse> soFar) {
        return new ProfileResult(file, Outcome.CANCELLED, List.of(), Optional.empty(), duration, soFar);
    }
}
