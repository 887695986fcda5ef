package io.spotcheck.xml;

import io.spotcheck.resolution.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element and where it stands. Elements of a document that has been read never change.
 *
 * <p>A class rather than a record, because an element knows its parent, and because thousands of them are made for
 * each document.
 */
public final class XmlElement {

    private final @Nullable XmlElement parent;
    private final LinePlaces places;
    private final String prefix;
    private final String name;
    private final List<XmlAttribute> attributes;
    private final int start;
    private final String namespace;
    private final int index;
    private List<XmlElement> children = List.of();
    private String text = "";
    private boolean padded;
    private int end;
    /** How many of the same name stand before each child, counted when somebody asks for a path. */
    private volatile int @Nullable [] numbers;

    /**
     * The start of an element.
     *
     * @param index which one of the children of its parent it is, from 0
     * @param start the offset of its start tag
     */
    XmlElement(@Nullable XmlElement parent, int index, String prefix, String name, String namespace,
               List<XmlAttribute> attributes, int start, LinePlaces places) {
        this.parent = parent;
        this.index = index;
        this.prefix = prefix;
        this.name = name;
        this.namespace = namespace;
        this.attributes = attributes;
        this.start = start;
        this.places = places;
    }

    void complete(List<XmlElement> elements, String directText, boolean blanksAround, int endOffset) {
        children = elements;
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
        return Optional.ofNullable(parent);
    }

    /** The attributes in the order of writing, namespace declarations among them. */
    public List<XmlAttribute> attributes() {
        return attributes;
    }

    /** The value of an attribute without prefix. */
    public Optional<String> attribute(String attributeName) {
        XmlAttribute found = find(attributeName);
        return found == null ? Optional.empty() : Optional.of(found.value());
    }

    /** The value of an attribute without prefix, without blanks around it; empty, too, when there is none. */
    public String stripped(String attributeName) {
        XmlAttribute found = find(attributeName);
        return found == null ? "" : found.value().strip();
    }

    private @Nullable XmlAttribute find(String attributeName) {
        for (int i = 0; i < attributes.size(); i++) {
            XmlAttribute attribute = attributes.get(i);
            if (attribute.name().equals(attributeName)) {
                return attribute;
            }
        }
        return null;
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
        for (int i = 0; i < children.size(); i++) {
            XmlElement child = children.get(i);
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
        return places.line(start);
    }

    /** Where the start tag stands. */
    public Location location() {
        return new Location(places.line(start), places.column(start), path());
    }

    /** Where a character of the element stands, by its offset in the document's text. */
    Location location(int offset) {
        return new Location(places.line(offset), places.column(offset), path());
    }

    /** The path from the root, such as {@code /VAST/Ad[2]/InLine}; numbers count elements of the same name. */
    public String path() {
        var path = new StringBuilder();
        appendPath(path);
        return path.toString();
    }

    private void appendPath(StringBuilder path) {
        int number = 0;
        if (parent != null) {
            parent.appendPath(path);
            // As long as the parent is open, as it is where a document is broken, nobody knows how many will come.
            int[] known = parent.numbers();
            number = index < known.length ? known[index] : 0;
        }
        path.append('/').append(name);
        if (number > 0) {
            path.append('[').append(number).append(']');
        }
    }

    /** Counts the children of each name once for all of them: paths are asked for thousands; 0 is for an only one. */
    private int[] numbers() {
        int[] known = numbers;
        if (known == null) {
            var counts = new HashMap<String, Integer>();
            known = new int[children.size()];
            for (int i = 0; i < known.length; i++) {
                known[i] = counts.merge(children.get(i).name, 1, Integer::sum);
            }
            for (int i = 0; i < known.length; i++) {
                known[i] = counts.get(children.get(i).name) == 1 ? 0 : known[i];
            }
            numbers = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return path() + " at " + places.line(start) + ":" + places.column(start);
    }
}
