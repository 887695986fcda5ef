package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Rule;
import io.spotcheck.lint.RuleBook;
import io.spotcheck.protocol.vast.catalogue.VastCatalogue;
import io.spotcheck.protocol.vast.catalogue.VastData;
import io.spotcheck.protocol.vast.catalogue.VersionSet;
import io.spotcheck.resolution.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of VAST: those of {@code rules.yaml}, and those that follow from the catalogue. Immutable, read once. */
public final class VastRules {

    private final Map<String, VastRule> rules;

    private VastRules() {
        var all = new LinkedHashMap<String, VastRule>();
        VastData.read("rules.yaml", Document.class).rules.forEach((id, rule) -> all.put(id, rule.toRule(id)));
        CatalogueRules.of(VastCatalogue.standard()).forEach(rule -> {
            // What rules.yaml says of a rule of the catalogue is what holds.
            all.putIfAbsent(rule.rule().id(), rule);
        });
        rules = Collections.unmodifiableMap(all);
    }

    private record Document(Map<String, Entry> rules) {
    }

    private record Entry(String severity, String title, String why, String section, @Nullable String milder) {

        VastRule toRule(String id) {
            VersionSet mild = milder == null ? VersionSet.NONE : VersionSet.parse(milder);
            String note = mild.isEmpty() ? "" : "A warning in VAST " + mild + ".";
            return new VastRule(new Rule(id, Severity.valueOf(severity.toUpperCase(Locale.ROOT)), title, why,
                    spec(section), note), mild);
        }
    }

    /** Reading waits until somebody asks. */
    private static final class Standard {

        private static final VastRules INSTANCE = new VastRules();
    }

    static VastRules standard() {
        return Standard.INSTANCE;
    }

    /** All rules for VAST documents, those on XML among them. */
    public static RuleBook book() {
        return new RuleBook(standard().rules.values().stream().map(VastRule::rule).toList());
    }

    static String spec(String section) {
        return Character.isDigit(section.charAt(0)) ? "VAST 4.3 §" + section : section;
    }

    /** A rule that must exist. */
    VastRule rule(String id) {
        return Objects.requireNonNull(rules.get(id), () -> "There is no rule " + id + ".");
    }
}
