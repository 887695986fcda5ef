package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.lint.Rule;
import io.spotcheck.lint.RuleBook;
import io.spotcheck.protocol.SpecificationData;
import io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue;
import io.spotcheck.resolution.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules of OpenRTB and Native: those of {@code rules.yaml}, and those that follow from the catalogue. Immutable,
 * read once.
 */
public final class RtbRules {

    private final Map<String, Rule> rules;
    private final List<Declared> declared;

    private RtbRules() {
        var all = new LinkedHashMap<String, Rule>();
        var checks = new ArrayList<Declared>();
        SpecificationData.read("openrtb", "lint/rules.yaml", Document.class).rules.forEach((id, entry) -> {
            all.put(id, entry.toRule(id));
            entry.declared(id, checks);
        });
        CatalogueRules.of(RtbCatalogue.standard()).forEach(rule -> {
            // What rules.yaml says of a rule of the catalogue is what holds.
            all.putIfAbsent(rule.id(), rule);
        });
        rules = Collections.unmodifiableMap(all);
        declared = List.copyOf(checks);
    }

    private record Document(Map<String, Entry> rules) {
    }

    private record Entry(String severity, String title, String why, String section,
                         @Nullable List<String> exclusive, @Nullable List<String> together,
                         @Nullable List<String> order, @Nullable List<String> anyOf, @Nullable List<String> needs,
                         @Nullable List<String> unique) {

        Rule toRule(String id) {
            return new Rule(id, Severity.valueOf(severity.toUpperCase(Locale.ROOT)), title, why, spec(section), "");
        }

        void declared(String id, List<Declared> checks) {
            add(id, Declared.Kind.EXCLUSIVE, exclusive, checks);
            add(id, Declared.Kind.TOGETHER, together, checks);
            add(id, Declared.Kind.ORDER, order, checks);
            add(id, Declared.Kind.ANY_OF, anyOf, checks);
            add(id, Declared.Kind.NEEDS, needs, checks);
            add(id, Declared.Kind.UNIQUE, unique, checks);
        }

        private static void add(String id, Declared.Kind kind, @Nullable List<String> written,
                                List<Declared> checks) {
            if (written != null) {
                written.forEach(each -> checks.add(Declared.parse(id, kind, each)));
            }
        }
    }

    /** Reading waits until somebody asks. */
    private static final class Standard {

        private static final RtbRules INSTANCE = new RtbRules();
    }

    static RtbRules standard() {
        return Standard.INSTANCE;
    }

    /** All rules for OpenRTB and Native documents. */
    public static RuleBook book() {
        return new RuleBook(standard().rules.values());
    }

    /** The checks that are nothing but data. */
    List<Declared> declared() {
        return declared;
    }

    /** A section that begins with a digit is one of OpenRTB 2.6; one with N, of Native 1.2. */
    static String spec(String section) {
        return Character.isDigit(section.charAt(0)) ? "OpenRTB 2.6 §" + section
                : section.startsWith("N") && Character.isDigit(section.charAt(1))
                ? "Native 1.2 §" + section.substring(1) : section;
    }

    /** A rule that must exist. */
    Rule rule(String id) {
        return Objects.requireNonNull(rules.get(id), () -> "There is no rule " + id + ".");
    }
}
