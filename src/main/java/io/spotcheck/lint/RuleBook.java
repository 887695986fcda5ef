package io.spotcheck.lint;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The rules of a protocol. Immutable. */
public final class RuleBook {

    private final Map<String, Rule> rules;

    /**
     * A book of these rules.
     *
     * @throws IllegalArgumentException if two of them have the same id
     */
    public RuleBook(Collection<Rule> rules) {
        var byId = new LinkedHashMap<String, Rule>();
        for (Rule rule : rules) {
            if (byId.put(rule.id(), rule) != null) {
                throw new IllegalArgumentException("There are two rules " + rule.id() + ".");
            }
        }
        this.rules = Collections.unmodifiableMap(byId);
    }

    /** All rules, in the order of the book. */
    public Collection<Rule> rules() {
        return rules.values();
    }

    /** One rule. */
    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }
}
