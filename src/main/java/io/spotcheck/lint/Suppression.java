package io.spotcheck.lint;

import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import java.util.Objects;
import java.util.Optional;

/**
 * A finding that a team knows of and lives with.
 *
 * @param rule   the id of the rule
 * @param path   where: an element's path and all below it; everywhere if empty
 * @param reason why; there is no suppression without one
 */
public record Suppression(String rule, Optional<String> path, String reason) {

    /** Checks that there is a reason. */
    public Suppression {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(path, "path");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("The suppression of " + rule + " needs a reason.");
        }
    }

    /** Whether it is this finding that the team knows of. */
    public boolean covers(Finding finding) {
        return finding.rule().equals(rule)
                && path.map(p -> isBelow(finding.location().map(Location::path).orElse(""), p)).orElse(true);
    }

    private static boolean isBelow(String place, String top) {
        String[] steps = place.split("/");
        String[] wanted = top.split("/");
        for (int i = 0; i < wanted.length; i++) {
            if (i >= steps.length || !isStep(steps[i], wanted[i])) {
                return false;
            }
        }
        return true;
    }

    /** A name stands for all elements of that name; the first of them is the first, even where it is the only one. */
    private static boolean isStep(String step, String wanted) {
        return step.equals(wanted) || step.startsWith(wanted + "[") || wanted.equals(step + "[1]");
    }
}
