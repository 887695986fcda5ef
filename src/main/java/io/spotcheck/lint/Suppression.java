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
        return place.equals(top) || place.startsWith(top) && "/[".indexOf(place.charAt(top.length())) >= 0;
    }
}
