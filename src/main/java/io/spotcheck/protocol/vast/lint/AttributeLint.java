package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Excerpt;
import io.spotcheck.protocol.vast.catalogue.AttributeType;
import io.spotcheck.protocol.vast.catalogue.ElementType;
import io.spotcheck.protocol.vast.catalogue.ValueType;
import io.spotcheck.protocol.vast.catalogue.VastCatalogue;
import io.spotcheck.xml.XmlAttribute;
import io.spotcheck.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges the attributes of an element by the catalogue. */
final class AttributeLint {

    private final Spelling spelling;
    private final EventLint events;

    AttributeLint(VastCatalogue catalogue) {
        spelling = new Spelling(catalogue);
        events = new EventLint(catalogue, spelling);
    }

    void lint(XmlElement element, ElementType type, LintPass pass) {
        List<XmlAttribute> attributes = element.attributes();
        Set<String> meant = Set.of();
        for (int i = 0; i < attributes.size(); i++) {
            XmlAttribute attribute = attributes.get(i);
            Optional<AttributeType> known = type.attribute(attribute.name());
            if (known.isEmpty()) {
                // Which attributes an extension has is the affair of those who agreed on it.
                if (type.content() != ValueType.ANY) {
                    meant = with(meant, unknown(element, attribute.name(), type, pass));
                } else if (attribute.name().indexOf(':') > 0) {
                    PrefixLint.attribute(element, attribute.name(), pass);
                }
            } else if (known.get().in().contains(pass.version())) {
                value(element, attribute.value(), type, known.get(), pass);
            } else {
                versionLacks(element, known.get(), pass);
            }
        }
        List<AttributeType> required = type.requiredAttributes();
        for (int i = 0; i < required.size(); i++) {
            AttributeType needed = required.get(i);
            if (needed.required().contains(pass.version()) && element.attribute(needed.name()).isEmpty()
                    && !meant.contains(needed.name())) {
                pass.report(CatalogueRules.missing(type.name(), needed.name()), element,
                        element.name() + " has no attribute " + needed.name() + ".");
            }
        }
    }

    /** An attribute that is there under a wrong name is not missing, too. */
    private static Set<String> with(Set<String> meant, Optional<String> another) {
        return another.isEmpty() ? meant : Stream.concat(meant.stream(), another.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Reports an attribute that the catalogue does not know, and says which one was meant. */
    private Optional<String> unknown(XmlElement element, String name, ElementType type, LintPass pass) {
        int colon = name.indexOf(':');
        if (name.equals("xmlns") || colon > 0) {
            String prefix = colon < 0 ? name : name.substring(0, colon);
            if (!PrefixLint.attribute(element, name, pass) && !prefix.equals("xmlns") && !prefix.equals("xml")
                    && !prefix.equals("xsi")) {
                pass.reportAt("VAST-ATTRIBUTE-FOREIGN", element, name, "The attribute " + name + " is not of VAST.");
            }
            return Optional.empty();
        }
        Optional<String> meant = spelling.attribute(name, type, pass.version());
        if (meant.isEmpty()) {
            pass.reportAt("VAST-ATTRIBUTE-UNKNOWN", element, name, element.name() + " has no attribute " + name
                    + " in any version of VAST.");
        } else if (meant.get().equalsIgnoreCase(name)) {
            pass.reportAt("VAST-ATTRIBUTE-CASE", element, name, "The attribute is written " + name + "; write "
                    + meant.get() + ".", mend -> mend.renameAttribute(name, meant.get()));
        } else {
            pass.reportAt("VAST-ATTRIBUTE-MISSPELT", element, name, element.name() + " has no attribute " + name
                    + "; write " + meant.get() + ".");
        }
        return meant;
    }

    private void value(XmlElement element, String value, ElementType type, AttributeType attribute, LintPass pass) {
        if (attribute.deprecated().contains(pass.version())) {
            DeprecatedAttributes.report(element, attribute, value, pass);
        }
        if (attribute.type() == ValueType.EVENT) {
            events.lint(element, value.strip(), type, pass);
        } else if (attribute.type() != ValueType.STRING && !Values.isValid(value, attribute)) {
            pass.reportAt(CatalogueRules.invalid(type.name(), attribute.name()), element, attribute.name(),
                    attribute.name() + "=\"" + Excerpt.of(value) + "\" is wrong; write "
                            + CatalogueRules.expected(attribute) + "." + TimeHint.of(value, attribute.type()),
                    mend -> Respelling.of(value, attribute).map(right -> mend.attribute(attribute.name(), right))
                            .orElse(List.of()));
        }
    }

    private static void versionLacks(XmlElement element, AttributeType attribute, LintPass pass) {
        Optional<String> later = attribute.in().firstAfter(pass.version()).map(Object::toString);
        String start = "VAST " + pass.version() + " has no attribute " + attribute.name() + " of " + element.name();
        if (later.isPresent()) {
            pass.reportAt("VAST-ATTRIBUTE-TOO-NEW", element, attribute.name(),
                    start + "; it came with VAST " + later.get() + ".");
        } else {
            pass.reportAt("VAST-ATTRIBUTE-REMOVED", element, attribute.name(), start + " any more; VAST "
                    + attribute.in().lastBefore(pass.version()).map(Object::toString).orElse("2.0")
                    + " was the last to have it.");
        }
    }
}
