package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Rule;
import io.spotcheck.protocol.vast.catalogue.AttributeType;
import io.spotcheck.protocol.vast.catalogue.ChildType;
import io.spotcheck.protocol.vast.catalogue.ElementType;
import io.spotcheck.protocol.vast.catalogue.ValueType;
import io.spotcheck.protocol.vast.catalogue.VastCatalogue;
import io.spotcheck.protocol.vast.catalogue.VersionSet;
import io.spotcheck.resolution.Severity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The rules that follow from the catalogue: what must be there, what may be there once, and what values must be. */
final class CatalogueRules {

    private final Map<String, VastRule> rules = new LinkedHashMap<>();

    private CatalogueRules() {
    }

    static Collection<VastRule> of(VastCatalogue catalogue) {
        var all = new CatalogueRules();
        catalogue.elements().forEach(all::addChildren);
        catalogue.elements().forEach(all::addAttributes);
        catalogue.elements().forEach(all::addContent);
        return all.rules.values();
    }

    /** The element that must be there is not. */
    static String missing(String parent, String child) {
        return id(parent, child, "MISSING");
    }

    /** The element may be there once, and is there again. */
    static String repeated(String child) {
        return id(child, "", "REPEATED");
    }

    /** The value of an attribute is not of its type. */
    static String invalid(String element, String attribute) {
        return id(element, attribute, "INVALID");
    }

    /** The text of an element is not of its type. */
    static String invalid(String element) {
        return id(element, "", "INVALID");
    }

    /** The element holds a text, and there is none. */
    static String empty(String element) {
        return id(element, "", "EMPTY");
    }

    private static String id(String element, String part, String fault) {
        // The root would be there twice.
        String start = element.equals("VAST") ? "VAST-" : "VAST-" + element.toUpperCase(Locale.ROOT) + "-";
        return start + (part.isEmpty() ? "" : part.toUpperCase(Locale.ROOT) + "-") + fault;
    }

    private void addChildren(ElementType parent) {
        for (ChildType child : parent.children()) {
            String name = "`" + child.name() + "`";
            if (child.cardinality().stream().anyMatch(c -> c.occurs().isRequired())) {
                add(missing(parent.name(), child.name()), Severity.ERROR, "`" + parent.name() + "` without " + name,
                        child.element().about(), child.element().section(), in(child, true));
            }
            if (child.cardinality().stream().anyMatch(c -> !c.occurs().many())) {
                add(repeated(child.name()), Severity.ERROR, name + " more than once",
                        "There may be one " + name + " here. " + child.element().about(),
                        child.element().section(), in(child, false));
            }
        }
    }

    private static String in(ChildType child, boolean required) {
        VersionSet versions = child.cardinality().stream()
                .filter(c -> required ? c.occurs().isRequired() : !c.occurs().many())
                .map(ChildType.Cardinality::in).reduce(VersionSet.NONE, VersionSet::and);
        return in(versions);
    }

    private static String in(VersionSet versions) {
        return versions.equals(VersionSet.ALL) ? "" : "In VAST " + versions + ".";
    }

    private void addAttributes(ElementType element) {
        for (AttributeType attribute : element.attributes()) {
            String name = "`" + element.name() + "/@" + attribute.name() + "`";
            if (!attribute.required().isEmpty()) {
                add(missing(element.name(), attribute.name()), Severity.ERROR,
                        "`" + element.name() + "` without `" + attribute.name() + "`",
                        "The attribute is required. " + element.about(), element.section(),
                        in(attribute.required()));
            }
            if (isJudged(attribute.type())) {
                add(invalid(element.name(), attribute.name()), attribute.loose() ? Severity.WARNING : Severity.ERROR,
                        name + " is not " + expected(attribute), "Players read it as " + expected(attribute) + ".",
                        element.section(), "");
            }
        }
    }

    private void addContent(ElementType element) {
        String name = "`" + element.name() + "`";
        ValueType content = element.content();
        if (isJudged(content)) {
            add(invalid(element.name()), Severity.ERROR, name + " is not " + content.description(), element.about(),
                    element.section(), "");
        } else if (content == ValueType.STRING && !element.name().equals("UniversalAdId")) {
            add(empty(element.name()), Severity.WARNING, name + " is empty", element.about(), element.section(), "");
        }
    }

    /** Texts and addresses have rules of their own, and so have versions and events. */
    static boolean isJudged(ValueType type) {
        return switch (type) {
            case STRING, URI, ELEMENTS, ANY, VERSION, EVENT -> false;
            case MIME, INTEGER, POSITIVE, DECIMAL, BOOLEAN, TIME, OFFSET, CURRENCY, LANGUAGE, X, Y, ENUM -> true;
        };
    }

    static String expected(AttributeType attribute) {
        if (attribute.type() != ValueType.ENUM) {
            return attribute.type().description();
        }
        var words = attribute.values().stream().filter(v -> !v.isEmpty()).toList();
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    private void add(String id, Severity severity, String title, String why, String section, String note) {
        rules.putIfAbsent(id, new VastRule(new Rule(id, severity, title, why, VastRules.spec(section), note)));
    }
}
