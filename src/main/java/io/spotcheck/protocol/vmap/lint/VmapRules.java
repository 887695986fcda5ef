package io.spotcheck.protocol.vmap.lint;

import io.spotcheck.lint.Rule;
import io.spotcheck.lint.RuleBook;
import io.spotcheck.protocol.SpecificationData;
import io.spotcheck.resolution.Severity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The rules of VMAP, as {@code rules.yaml} has them. Immutable, read once. */
public final class VmapRules {

    private VmapRules() {
    }

    private record Document(Map<String, Entry> rules) {
    }

    private record Entry(String severity, String title, String why, String section) {

        Rule toRule(String id) {
            return new Rule(id, Severity.valueOf(severity.toUpperCase(Locale.ROOT)), title, why,
                    Character.isDigit(section.charAt(0)) ? "VMAP 1.0.1 §" + section : section, "");
        }
    }

    /** Reading waits until somebody asks. */
    private static final class Standard {

        private static final RuleBook BOOK = read();

        private static RuleBook read() {
            var all = new LinkedHashMap<String, Rule>();
            SpecificationData.read("vmap", "rules.yaml", Document.class).rules
                    .forEach((id, entry) -> all.put(id, entry.toRule(id)));
            return new RuleBook(all.values());
        }
    }

    /** All rules for schedules; those on XML are the rules of VAST. */
    public static RuleBook book() {
        return Standard.BOOK;
    }
}
