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
 * @param unfilled the macros that nobody could fill; they stay as they are
 */
public record Substitution(String before, String after, Map<String, String> filled, List<String> unfilled) {

    /** Copies the collections. */
    public Substitution {
        filled = Collections.unmodifiableMap(new LinkedHashMap<>(filled));
        unfilled = List.copyOf(unfilled);
    }
}
