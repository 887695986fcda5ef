package io.spotcheck.xml;

import io.spotcheck.resolution.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an element is written: where its names, values and texts stand in the document. Reading a document keeps none of
 * that; it is found again in the text for the few elements that somebody asks about.
 */
public final class XmlMarkup {

    private static final String CDATA = "<![CDATA[";

    private final String document;
    private final XmlElement element;
    private final Span name;
    private final List<Attribute> attributes = new ArrayList<>();
    private final Span content;

    /** An attribute: where its name stands, and where its value does, without quotes. */
    private record Attribute(Span name, Span value) {
    }

    private XmlMarkup(String document, XmlElement element) {
        this.document = document;
        this.element = element;
        int at = element.start() + 1;
        name = new Span(at, nameEnd(at));
        at = blanksEnd(name.end());
        while (document.charAt(at) != '>' && document.charAt(at) != '/') {
            var attribute = new Span(at, nameEnd(at));
            int quote = blanksEnd(document.indexOf('=', attribute.end()) + 1);
            int close = document.indexOf(document.charAt(quote), quote + 1);
            attributes.add(new Attribute(attribute, new Span(quote + 1, close)));
            at = blanksEnd(close + 1);
        }
        boolean empty = document.charAt(at) == '/';
        content = empty ? new Span(at, at) : new Span(at + 1, document.lastIndexOf("</", element.end() - 1));
    }

    /**
     * How an element is written.
     *
     * @param document the text that the element was read from
     */
    public static XmlMarkup of(XmlElement element, String document) {
        return new XmlMarkup(document, element);
    }

    private int nameEnd(int from) {
        int at = from;
        while (" \t\r\n=/>".indexOf(document.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private int blanksEnd(int from) {
        int at = from;
        while (" \t\r\n".indexOf(document.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** The element's name without prefix in its start tag, and in its end tag if it has one. */
    public List<Span> names() {
        int prefix = element.prefix().isEmpty() ? 0 : element.prefix().length() + 1;
        var start = new Span(name.start() + prefix, name.end());
        if (isEmptyTag()) {
            return List.of(start);
        }
        int end = content.end() + 2 + prefix;
        return List.of(start, new Span(end, end + element.name().length()));
    }

    private boolean isEmptyTag() {
        return document.startsWith("/>", content.start()) && content.end() == content.start()
                && content.start() + 2 == element.end();
    }

    /** The name of an attribute. */
    public Optional<Span> attributeName(String attribute) {
        return attribute(attribute).map(Attribute::name);
    }

    /** The value of an attribute, without its quotes. */
    public Optional<Span> attributeValue(String attribute) {
        return attribute(attribute).map(Attribute::value);
    }

    private Optional<Attribute> attribute(String attribute) {
        return attributes.stream().filter(a -> a.name().of(document).equals(attribute)).findFirst();
    }

    /** What stands between the tags; an empty piece when there is only one tag. */
    public Span content() {
        return content;
    }

    /** Where an attribute stands, by its name. */
    public Optional<Location> location(String attribute) {
        return attributeName(attribute).map(span -> location(span.start()));
    }

    /** An offset in this element as a place; the path is that of the element. */
    public Location location(int offset) {
        return element.location(offset);
    }

    /** The element's own text, character by character; empty when it cannot be told for certain. */
    public Optional<XmlTextMap> text() {
        var map = new XmlTextMap.Builder();
        int at = content.start();
        var children = element.children().iterator();
        XmlElement child = children.hasNext() ? children.next() : null;
        while (at < content.end()) {
            if (child != null && at == child.start()) {
                at = child.end();
                child = children.hasNext() ? children.next() : null;
            } else if (document.startsWith(CDATA, at)) {
                int end = document.indexOf("]]>", at);
                map.verbatim(document, at + CDATA.length(), end);
                at = end + 3;
            } else if (document.startsWith("<!--", at)) {
                at = document.indexOf("-->", at) + 3;
            } else if (document.startsWith("<?", at)) {
                at = document.indexOf("?>", at) + 2;
            } else {
                at = map.character(document, at);
            }
        }
        return map.build(element.text());
    }
}
