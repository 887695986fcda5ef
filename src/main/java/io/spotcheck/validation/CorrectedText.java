package io.spotcheck.validation;

import io.spotcheck.resolution.Finding;
import java.util.List;

/**
 * A document whose mechanical faults have been mended.
 *
 * @param text  the document as it is now
 * @param fixed what has been mended, with the places before
 * @param left  the document as it is now, with what is still wrong with it
 */
public record CorrectedText(String text, List<Finding> fixed, ValidatedDocument left) {

    /** Keeps a copy. */
    public CorrectedText {
        fixed = List.copyOf(fixed);
    }

    /** Whether anything has been mended. */
    public boolean isChanged() {
        return !fixed.isEmpty();
    }
}
