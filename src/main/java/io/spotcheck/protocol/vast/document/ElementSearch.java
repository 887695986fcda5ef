package io.spotcheck.protocol.vast.document;

import io.spotcheck.xml.XmlAttribute;
import io.spotcheck.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
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
        var found = new ArrayList<XmlElement>();
        collect(parent, name, found);
        return found.isEmpty() ? Stream.empty() : found.stream();
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
        var found = new ArrayList<XmlElement>();
        for (XmlElement each : parent.children()) {
            if (each.name().equalsIgnoreCase(list)) {
                collect(each, name, found);
            }
        }
        return found.isEmpty() ? Stream.empty() : found.stream();
    }

    /** Without a stream for each question: nearly all of the many are answered with nothing. */
    private static void collect(XmlElement parent, String name, List<XmlElement> found) {
        for (XmlElement child : parent.children()) {
            if (child.name().equalsIgnoreCase(name)) {
                found.add(child);
            }
        }
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
