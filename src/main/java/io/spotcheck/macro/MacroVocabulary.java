package io.spotcheck.macro;

import java.util.List;
import java.util.Optional;

/** The macros of one specification: their rules, how they are written, and what other systems call them. Immutable. */
public interface MacroVocabulary {

    /**
     * A way of writing macros.
     *
     * @param open   what stands before the name
     * @param close  what stands behind it
     * @param shared whether other things are written so, too: then only a known name is a macro
     */
    record Notation(String open, String close, boolean shared) {
    }

    /** What is known of a macro by its name. */
    Optional<MacroRule> rule(String name);

    /** The macro that does what one of another system does, by that one's exact name. */
    Optional<String> standardFor(String foreignName);

    /** The ways of writing macros, the specification's own first. */
    List<Notation> notations();
}
