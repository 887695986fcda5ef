package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.AttributeType;
import io.spotcheck.protocol.vast.catalogue.ChildType;
import io.spotcheck.protocol.vast.catalogue.ElementType;
import io.spotcheck.protocol.vast.catalogue.Occurs;
import io.spotcheck.protocol.vast.catalogue.ValueType;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Samples for the rules of the catalogue: each element and attribute of a complete document left out or spoilt. */
final class CatalogueSamples {

    /**
     * A document with one fault.
     *
     * @param rule    the rule that must find it
     * @param version the version of the document
     * @param text    the document
     * @param line    the line of the finding
     * @param fault   what was done
     */
    record Sample(String rule, VastVersion version, String text, int line, String fault) {

        @Override
        public String toString() {
            return rule + " in " + version + ": " + fault;
        }
    }

    private static final String WRONG = "?!";

    private final VastVersion version;
    private final String text;
    private final List<Sample> samples = new ArrayList<>();

    private CatalogueSamples(VastVersion version) {
        this.version = version;
        this.text = CompleteDocuments.text(version);
    }

    static List<Sample> all() {
        var all = new ArrayList<Sample>();
        for (VastVersion version : VastVersion.values()) {
            var samples = new CatalogueSamples(version);
            CompleteDocuments.walk(samples.text, samples::spoil);
            all.addAll(samples.samples);
        }
        return all;
    }

    private void spoil(XmlElement element, ElementType type) {
        element.parent().ifPresent(parent -> cardinality(element, parent, type));
        String tag = text.substring(element.start(), text.indexOf('>', element.start()) + 1);
        for (AttributeType attribute : type.attributes()) {
            Optional<String> value = element.attribute(attribute.name());
            if (value.isEmpty()) {
                continue;
            }
            String written = " " + attribute.name() + "=\"" + value.get() + "\"";
            if (attribute.required().contains(version)) {
                add(CatalogueRules.missing(type.name(), attribute.name()), element, tag, tag.replace(written, ""));
            }
            if (CatalogueRules.isJudged(attribute.type())) {
                add(CatalogueRules.invalid(type.name(), attribute.name()), element, tag,
                        tag.replace(written, " " + attribute.name() + "=\"" + WRONG + "\""));
            }
        }
        content(element, type, tag);
    }

    private void cardinality(XmlElement element, XmlElement parent, ElementType type) {
        String whole = text.substring(element.start(), element.end());
        ElementType parentType = type.parents().stream().filter(p -> p.name().equals(parent.name()))
                .filter(p -> p.child(element.name()).orElseThrow().element() == type).findFirst().orElseThrow();
        Optional<Occurs> occurs = parentType.child(element.name()).flatMap((ChildType c) -> c.occurs(version));
        if (occurs.isEmpty()) {
            return;
        }
        if (occurs.get().isRequired() && parent.children(element.name()).count() == 1) {
            samples.add(new Sample(CatalogueRules.missing(parent.name(), element.name()), version,
                    text.substring(0, element.start()) + text.substring(element.end()), parent.line(),
                    "without " + element.path()));
        }
        if (!occurs.get().many() && !element.name().equals("InLine") && !element.name().equals("Wrapper")) {
            samples.add(new Sample(CatalogueRules.repeated(element.name()), version, text.substring(0, element.end())
                    + "\n" + whole + text.substring(element.end()),
                    element.line() + (int) whole.lines().count(), "twice " + element.path()));
        }
    }

    private void content(XmlElement element, ElementType type, String tag) {
        String whole = text.substring(element.start(), element.end());
        String end = "</" + element.name() + ">";
        if (!whole.endsWith(end)) {
            return;
        }
        if (CatalogueRules.isJudged(type.content())) {
            add(CatalogueRules.invalid(type.name()), element, whole, tag + WRONG + end);
        } else if (type.content() == ValueType.STRING && !type.name().equals("UniversalAdId")) {
            add(CatalogueRules.empty(type.name()), element, whole, tag + end);
        }
    }

    private void add(String rule, XmlElement element, String from, String to) {
        samples.add(new Sample(rule, version,
                text.substring(0, element.start()) + to + text.substring(element.start() + from.length()),
                element.line(), element.path() + ": " + to.lines().findFirst().orElse("")));
    }
}
