package io.spotcheck.protocol.custom;

import io.spotcheck.resolution.Location;
import io.spotcheck.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A part of an answer in XML: an element, one of its attributes, or what an expression came to. For one thread. */
final class XmlPart implements Part {

    private final XPathDocument document;
    private final XmlElement element;
    private final String attribute;
    private final Optional<String> value;
    private final boolean whole;
    private @Nullable Element alone;

    private XmlPart(XPathDocument document, XmlElement element, String attribute, Optional<String> value,
                    boolean whole) {
        this.document = document;
        this.element = element;
        this.attribute = attribute;
        this.value = value;
        this.whole = whole;
    }

    /**
     * A part of a document.
     *
     * @param element   the element that it is or belongs to
     * @param attribute the name of the attribute that it is; empty when it is none
     * @param value     the text of an attribute, or what an expression came to; empty for the element itself
     */
    XmlPart(XPathDocument document, XmlElement element, String attribute, Optional<String> value) {
        this(document, element, attribute, value, false);
    }

    /** The whole of a document, from which its root element is seen as one below. */
    static XmlPart whole(XPathDocument document, XmlElement root) {
        return new XmlPart(document, root, "", Optional.empty(), true);
    }

    @Override
    public List<Part> all(String place) {
        return value.isPresent() ? List.of() : document.evaluate(place, this);
    }

    @Override
    public boolean lacks(String place) {
        // A list of elements has no element of its own: none of them is an empty list.
        return false;
    }

    @Override
    public Optional<String> text() {
        return Optional.of(value.orElseGet(() -> textOf(element)).strip()).filter(text -> !text.isEmpty());
    }

    private static String textOf(XmlElement element) {
        var text = new StringBuilder(element.text());
        element.children().forEach(child -> text.append(textOf(child)));
        return text.toString();
    }

    @Override
    public Location location() {
        Location place = element.location();
        return attribute.isEmpty() ? place
                : new Location(place.line(), place.column(), place.path() + "/@" + attribute);
    }

    @Override
    public Location nearest(String place) {
        List<Part> found = all(place);
        return found.isEmpty() ? location() : found.getFirst().location();
    }

    boolean isWhole() {
        return whole;
    }

    XmlElement element() {
        return element;
    }

    /** The element without what is around it. */
    Element alone() {
        if (alone == null) {
            alone = document.copy(element);
        }
        return alone;
    }
}
