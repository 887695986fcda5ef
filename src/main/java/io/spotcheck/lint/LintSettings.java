package io.spotcheck.lint;

import io.spotcheck.resolution.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How seriously a team takes rules, and what it lives with.
 *
 * @param levels       the level of a rule by its id, where it is not the rule's own
 * @param suppressions the findings that the team knows of
 */
public record LintSettings(Map<String, Level> levels, List<Suppression> suppressions) {

    private static final LintSettings STANDARD = new LintSettings(Map.of(), List.of());

    /** Keeps copies. */
    public LintSettings {
        levels = Map.copyOf(levels);
        suppressions = List.copyOf(suppressions);
    }

    /** Every rule as the book has it, and nothing suppressed. */
    public static LintSettings standard() {
        return STANDARD;
    }

    /** The findings as the team wants to see them: raised, lowered, or left out. */
    public List<Finding> apply(List<Finding> findings) {
        if (levels.isEmpty() && suppressions.isEmpty()) {
            return findings;
        }
        return findings.stream().flatMap(finding -> apply(finding).stream()).toList();
    }

    /** The report as the team wants to see it: what is left out is not mended either. */
    public LintReport apply(LintReport report) {
        if (levels.isEmpty() && suppressions.isEmpty()) {
            return report;
        }
        return new LintReport(apply(report.findings()), report.fixes().stream()
                .flatMap(fix -> apply(fix.finding()).map(finding -> new Fix(finding, fix.edits())).stream()).toList());
    }

    private Optional<Finding> apply(Finding finding) {
        if (suppressions.stream().anyMatch(s -> s.covers(finding))) {
            return Optional.empty();
        }
        Level level = levels.get(finding.rule());
        if (level == null) {
            return Optional.of(finding);
        }
        return level.severity().map(severity -> new Finding(finding.rule(), severity, finding.message(),
                finding.location(), finding.spec()));
    }
}
