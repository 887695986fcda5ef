package io.spotcheck.lint;

import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import java.util.Comparator;
import java.util.List;

/**
 * What a lint found in a document, and what of it can be mended mechanically.
 *
 * @param findings what is wrong, in the order of the document
 * @param fixes    how some of that is mended, in the order of the findings; fixes may overlap, see {@link Correction}
 */
public record LintReport(List<Finding> findings, List<Fix> fixes) {

    private static final Comparator<Finding> DOCUMENT_ORDER = Comparator.comparing(f -> f.location().orElseThrow(),
            Comparator.comparingInt(Location::line).thenComparingInt(Location::column));

    /** Keeps copies. */
    public LintReport {
        findings = List.copyOf(findings);
        fixes = List.copyOf(fixes);
    }

    /**
     * A report of what was found in any order.
     *
     * @throws java.util.NoSuchElementException when a finding has no location
     */
    public static LintReport sorted(List<Finding> findings, List<Fix> fixes) {
        return new LintReport(findings.stream().sorted(DOCUMENT_ORDER).toList(),
                fixes.stream().sorted(Comparator.comparing(Fix::finding, DOCUMENT_ORDER)).toList());
    }

    /** Findings that nobody can mend mechanically. */
    public static LintReport of(List<Finding> findings) {
        return new LintReport(findings, List.of());
    }
}
