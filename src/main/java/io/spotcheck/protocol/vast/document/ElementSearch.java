package io.spotcheck.protocol.vast.document;

import io.spotcheck.xml.XmlAttribute;
import io.spotcheck.xml.XmlElement;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds elements and attributes whatever the case of their names. Names in XML are case-sensitive, but servers that
 * write {@code <vast>} mean VAST, and a tester wants to see what would come of it; the lint rules say what is wrong.
 */
final class ElementSearch {

    private ElementSearch() {
    }

    static Stream<XmlElement> children(XmlElement parent, String name) {
        return parent.children().stream().filter(child -> child.name().equalsIgnoreCase(name));
    }

    static Optional<XmlElement> child(XmlElement parent, String name) {
        for (XmlElement child : parent.children()) {
            if (child.name().equalsIgnoreCase(name)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** The elements inside the elements inside: those of a list such as {@code Creatives/Creative}. */
    static Stream<XmlElement> children(XmlElement parent, String list, String name) {
        return children(parent, list).flatMap(each -> children(each, name));
    }

    /** The text of an element inside, unless it is empty. */
    static Optional<String> childText(XmlElement parent, String name) {
        return child(parent, name).map(XmlElement::text).filter(text -> !text.isEmpty());
    }

    /** The value of an attribute, as it is. */
    static Optional<String> attribute(XmlElement element, String name) {
        for (XmlAttribute attribute : element.attributes()) {
            if (attribute.name().equalsIgnoreCase(name)) {
                return Optional.of(attribute.value());
            }
        }
        return Optional.empty();
    }

    /** The value of an attribute without surrounding blanks, unless nothing is left. */
    static Optional<String> value(XmlElement element, String name) {
        return attribute(element, name).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** An attribute that is true or false. */
    static Optional<Boolean> flag(XmlElement element, String name) {
        return value(element, name).flatMap(value -> switch (value) {
            case "true", "True", "TRUE", "1" -> Optional.of(true);
            case "false", "False", "FALSE", "0" -> Optional.of(false);
            default -> Optional.empty();
        });
    }
}
