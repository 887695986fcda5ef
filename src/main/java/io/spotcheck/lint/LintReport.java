package io.spotcheck.lint;

import io.spotcheck.resolution.Finding;
import java.util.List;

/**
 * What a lint found in a document, and what of it can be mended mechanically.
 *
 * @param findings what is wrong, in the order of the document
 * @param fixes    how some of that is mended, in the order of the findings; fixes may overlap, see {@link Correction}
 */
public record LintReport(List<Finding> findings, List<Fix> fixes) {

    /** Keeps copies. */
    public LintReport {
        findings = List.copyOf(findings);
        fixes = List.copyOf(fixes);
    }

    /** Findings that nobody can mend mechanically. */
    public static LintReport of(List<Finding> findings) {
        return new LintReport(findings, List.of());
    }
}
