package io.spotcheck.macro;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A URL before and after its macros were filled.
 *
 * @param before   the URL as declared
 * @param after    the URL to ask
 * @param filled   the macros that were filled and their plain values, in the order of the URL
 * @param unfilled the macros that nobody could fill, each once: those that a table allows to be unknown became
 *                 {@code -1} (VAST 4.3 §6.1), the others stay as they are
 * @param uses     the macros in the order of the URL, each occurrence
 */
public record Substitution(String before, String after, Map<String, String> filled, List<String> unfilled,
                           List<MacroUse> uses) {

    /** Copies the collections. */
    public Substitution {
        filled = Collections.unmodifiableMap(new LinkedHashMap<>(filled));
        unfilled = List.copyOf(unfilled);
        uses = List.copyOf(uses);
    }

    /** A URL before and after, without its macros one by one. */
    public Substitution(String before, String after, Map<String, String> filled, List<String> unfilled) {
        this(before, after, filled, unfilled, List.of());
    }
}
