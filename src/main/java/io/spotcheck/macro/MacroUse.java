package io.spotcheck.macro;

import java.util.Optional;

/**
 * One macro of a URL, and what became of it.
 *
 * @param written   the macro as it stands in the URL, such as {@code %%CACHEBUSTER%%}
 * @param name      the name of the macro that it is, such as {@code CACHEBUSTING}
 * @param outcome   what became of it
 * @param value     the plain value that was written, when one was
 * @param required  whether a player must have a value for it
 * @param objection what is wrong with the value
 */
public record MacroUse(String written, String name, Outcome outcome, Optional<String> value, boolean required,
                       Optional<String> objection) {

    /** What becomes of a macro. */
    public enum Outcome {
        /** There was a value. */
        FILLED,
        /** Nobody had a value; {@code -1} says so (VAST 4.3 §6.1). */
        VALUE_UNKNOWN,
        /** It is not filled in such a URI, and stays as it is. */
        OUT_OF_CONTEXT,
        /** Nobody knows a macro of that name, and it stays as it is. */
        NAME_UNKNOWN,
        /** Its brackets are percent-encoded, so that it is no macro any more; it stays as it is. */
        ENCODED
    }

    /** Whether it is written as VAST writes it. */
    public boolean isStandard() {
        return written.equals("[" + name + "]");
    }
}
