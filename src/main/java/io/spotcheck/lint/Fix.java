package io.spotcheck.lint;

import io.spotcheck.resolution.Finding;
import java.util.List;
import java.util.Objects;

/**
 * How a mechanical fault is mended. What the document means stays as it was meant, and all but the edits stays
 * character by character.
 *
 * @param finding what it mends, one of the findings of the same {@link LintReport}
 * @param edits   what changes, at least one, none of them overlapping; they belong together
 */
public record Fix(Finding finding, List<Edit> edits) {

    /** Keeps a copy. */
    public Fix {
        Objects.requireNonNull(finding, "finding");
        edits = List.copyOf(edits);
        if (edits.isEmpty()) {
            throw new IllegalArgumentException("A fix changes something.");
        }
    }
}
