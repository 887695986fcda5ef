package io.spotcheck.xml;

import io.spotcheck.resolution.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element and where it stands. Elements of a document that has been read never change.
 *
 * <p>A class rather than a record, because an element knows its parent, and because thousands of them are made for
 * each document.
 */
public final class XmlElement {

    private final Optional<XmlElement> parent;
    private final String prefix;
    private final String name;
    private final List<XmlAttribute> attributes;
    private final int line;
    private final int column;
    private final int start;
    private final String namespace;
    private List<XmlElement> children = List.of();
    private String text = "";
    private boolean padded;
    private int end;
    private int position = 1;
    private int namesakes = 1;

    XmlElement(Optional<XmlElement> parent, String prefix, String name, String namespace,
               List<XmlAttribute> attributes, int line, int column, int start) {
        this.parent = parent;
        this.prefix = prefix;
        this.name = name;
        this.namespace = namespace;
        this.attributes = attributes;
        this.line = line;
        this.column = column;
        this.start = start;
    }

    void complete(List<XmlElement> elements, String directText, boolean blanksAround, int endOffset) {
        children = elements;
        number(elements);
        text = directText;
        padded = blanksAround;
        end = endOffset;
    }

    /** The name without prefix. */
    public String name() {
        return name;
    }

    /** The prefix, empty when there is none. */
    public String prefix() {
        return prefix;
    }

    /** The namespace that the prefix, or its absence, stands for; empty when it stands for none. */
    public String namespace() {
        return namespace;
    }

    /** The element around this one. */
    public Optional<XmlElement> parent() {
        return parent;
    }

    /** The attributes in the order of writing, namespace declarations among them. */
    public List<XmlAttribute> attributes() {
        return attributes;
    }

    /** The value of an attribute without prefix. */
    public Optional<String> attribute(String attributeName) {
        for (XmlAttribute attribute : attributes) {
            if (attribute.name().equals(attributeName)) {
                return Optional.of(attribute.value());
            }
        }
        return Optional.empty();
    }

    /** The elements inside, in order. */
    public List<XmlElement> children() {
        return children;
    }

    /** The elements inside that have this name. */
    public Stream<XmlElement> children(String childName) {
        return children.stream().filter(c -> c.name.equals(childName));
    }

    /** The first element inside that has this name. */
    public Optional<XmlElement> child(String childName) {
        for (XmlElement child : children) {
            if (child.name.equals(childName)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** The first element at this path of names below. */
    public Optional<XmlElement> descend(String... names) {
        Optional<XmlElement> here = Optional.of(this);
        for (String step : names) {
            here = here.flatMap(e -> e.child(step));
        }
        return here;
    }

    /** The text directly inside, of all pieces and CDATA sections, without surrounding blanks. */
    public String text() {
        return text;
    }

    /** Whether blanks stand around the text, in a CDATA section or outside of it. */
    public boolean isPadded() {
        return padded;
    }

    /** The text of an element inside, unless it is empty. */
    public Optional<String> childText(String childName) {
        return child(childName).map(XmlElement::text).filter(t -> !t.isEmpty());
    }

    /** The offset of the first character of the start tag in the document's text. */
    public int start() {
        return start;
    }

    /** The offset behind the last character of the end tag. */
    public int end() {
        return end;
    }

    /** The line of the start tag, from 1. */
    public int line() {
        return line;
    }

    /** Where the start tag stands. */
    public Location location() {
        return new Location(line, column, path());
    }

    /** The path from the root, such as {@code /VAST/Ad[2]/InLine}; numbers count elements of the same name. */
    public String path() {
        var path = new StringBuilder();
        appendPath(path);
        return path.toString();
    }

    private void appendPath(StringBuilder path) {
        parent.ifPresent(p -> p.appendPath(path));
        path.append('/').append(name);
        if (namesakes > 1) {
            path.append('[').append(position).append(']');
        }
    }

    /** Counts the elements of each name once, when all are there: paths are asked for thousands of them. */
    private static void number(List<XmlElement> elements) {
        if (elements.size() < 2) {
            return;
        }
        var counts = new HashMap<String, Integer>();
        elements.forEach(element -> element.position = counts.merge(element.name, 1, Integer::sum));
        elements.forEach(element -> element.namesakes = counts.get(element.name));
    }

    @Override
    public String toString() {
        return path() + " at " + line + ":" + column;
    }
}
