package io.spotcheck.macro;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a table says of one macro (VAST 4.3 §6.2).
 *
 * @param name     its name without brackets
 * @param contexts the URIs in which it is filled
 * @param format   what its value looks like
 * @param list     whether it is a list, which is joined by commas
 * @param items    how many elements its list has; any number when empty
 * @param required whether a player must have a value
 * @param values   the only values there are; any when empty
 */
public record MacroRule(String name, Set<MacroContext> contexts, MacroFormat format, boolean list, OptionalInt items,
                        boolean required, List<String> values) {

    /** Checks that nothing is missing and copies the collections. */
    public MacroRule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(items, "items");
        contexts = Set.copyOf(contexts);
        values = List.copyOf(values);
    }

    /** What is wrong with a value, in one plain sentence. */
    Optional<String> objection(List<String> elements) {
        if (items.isPresent() && elements.size() != items.getAsInt()) {
            return Optional.of("[" + name + "] has " + items.getAsInt() + " elements, not " + elements.size() + ".");
        }
        return elements.stream().filter(element -> !fits(element)).findFirst().map(element -> values.isEmpty()
                ? "“" + element + "” is not " + format.description() + ", which [" + name + "] needs."
                : "“" + element + "” is not a value of [" + name + "]; it has " + String.join(", ", values) + ".");
    }

    private boolean fits(String element) {
        return values.isEmpty() ? format.accepts(element) : values.contains(element);
    }
}
