package io.spotcheck.macro;

import java.util.List;

/** The value of a macro, not yet encoded. */
public sealed interface MacroValue {

    /** What stands for a value that nobody knows (VAST 4.3 §6.1). */
    String UNKNOWN = "-1";
    /** What stands for a value that is known and must not be shared (VAST 4.3 §6.1). */
    String WITHHELD = "-2";

    /** The value as one plain text, a list's elements joined by commas. */
    String text();

    /**
     * One value; for a macro that is a list, its elements with commas between them.
     *
     * @param text the value
     */
    record Text(String text) implements MacroValue {
    }

    /**
     * The elements of a list, which may hold commas themselves.
     *
     * @param elements the elements in order
     */
    record Elements(List<String> elements) implements MacroValue {

        /** Copies the list. */
        public Elements {
            elements = List.copyOf(elements);
        }

        @Override
        public String text() {
            return String.join(",", elements);
        }
    }

    /** A value that is known and must not be shared. */
    record Withheld() implements MacroValue {

        @Override
        public String text() {
            return WITHHELD;
        }
    }
}
