package io.spotcheck.validation;

import io.spotcheck.lint.Correction;
import io.spotcheck.resolution.Finding;
import java.util.List;

/**
 * A document whose mechanical faults have been mended.
 *
 * @param text   the document as it is now, without byte order mark
 * @param rounds the corrections that led to it, each one of the text after the one before; none if nothing was mended
 * @param left   the document as it is now, with what is still wrong with it
 */
public record CorrectedText(String text, List<Correction> rounds, ValidatedDocument left) {

    /** Keeps a copy. */
    public CorrectedText {
        rounds = List.copyOf(rounds);
    }

    /** Whether anything has been mended. */
    public boolean isChanged() {
        return !rounds.isEmpty();
    }

    /** What has been mended, with the places before. */
    public List<Finding> fixed() {
        return rounds.stream().flatMap(round -> round.applied().stream()).map(fix -> fix.finding()).toList();
    }

    /**
     * The document as it is now, in bytes; those of the places that were mended apart, they are the same as before.
     *
     * @param stored the document as it was, in bytes
     */
    public byte[] applyTo(byte[] stored) {
        byte[] bytes = stored;
        for (Correction round : rounds) {
            bytes = EncodedDocument.edited(bytes, round.edits());
        }
        return bytes;
    }
}
