package io.spotcheck.validation;

import io.spotcheck.lint.Fix;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A document and what is wrong with it.
 *
 * @param file     what it is called: its path with slashes, or {@code -} for standard input
 * @param type     what it is
 * @param version  the version that it declares
 * @param findings what is wrong with it, in the order of the document
 * @param fixes    how the mechanical part of that is mended
 */
public record ValidatedDocument(String file, DocumentType type, Optional<String> version, List<Finding> findings,
                                List<Fix> fixes) {

    /** Keeps copies. */
    public ValidatedDocument {
        findings = List.copyOf(findings);
        fixes = List.copyOf(fixes);
    }

    /** Whether nothing of severity error has been found. */
    public boolean valid() {
        return count(Severity.ERROR) == 0;
    }

    /** How many findings have a severity. */
    public int count(Severity severity) {
        return (int) findings.stream().filter(f -> f.severity() == severity).count();
    }
}
