package io.spotcheck.lint;

import io.spotcheck.resolution.Severity;
import java.util.Objects;

/**
 * Something that a lint looks for.
 *
 * @param id       its stable name, such as {@code VAST-LINEAR-DURATION-MISSING}
 * @param severity how much it matters unless a team says otherwise
 * @param title    what it looks for, in a few words
 * @param why      why it matters, in one sentence
 * @param spec     the document and section that rules it, such as {@code VAST 4.3 §3.8.1}
 * @param note     what else is to be known, such as versions in which it matters less; empty if nothing
 */
public record Rule(String id, Severity severity, String title, String why, String spec, String note) {

    /** Checks that nothing is missing. */
    public Rule {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(spec, "spec");
        Objects.requireNonNull(note, "note");
        if (id.isBlank() || title.isBlank() || why.isBlank()) {
            throw new IllegalArgumentException("A rule has an id, a title and a reason: " + id);
        }
    }
}
