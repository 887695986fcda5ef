package io.spotcheck.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import io.spotcheck.resolution.Location;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML in one StAX pass. No DTD is read and no entity is ever resolved, inside or outside the document; depth,
 * numbers and sizes are limited. Prefixes that nobody declared are tolerated, because players tolerate them.
 */
public final class XmlReader {

    /** How deep elements may be nested. */
    public static final int MAX_DEPTH = 128;
    private static final int MAX_ATTRIBUTES = 500;
    private static final long MAX_ELEMENTS = 500_000;
    private static final String XMLNS = "xmlns";

    private final WstxInputFactory factory;

    /** A reader with the standard limits. Safe for use by many threads. */
    public XmlReader() {
        factory = new WstxInputFactory();
        factory.configureForSpeed();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, MAX_ELEMENTS);
    }

    /**
     * Reads a document.
     *
     * @param text the text, without byte order mark
     * @return the root
     * @throws MalformedXmlException if it is not well-formed or goes beyond a limit
     */
    public XmlElement read(String text) throws MalformedXmlException {
        var building = new Building(text);
        try {
            var reader = (XMLStreamReader2) factory.createXMLStreamReader(new StringReader(tolerant(text)));
            try {
                while (reader.hasNext()) {
                    building.accept(reader.next(), reader);
                }
            } finally {
                reader.closeCompletely();
            }
        } catch (XMLStreamException broken) {
            throw malformed(broken, text, building);
        } catch (WstxLazyException late) {
            // Text is read when it is asked for, by methods that declare no exception. Reading it at once would be
            // simpler, but then Woodstox says the wrong column of a fault in a comment.
            throw malformed((XMLStreamException) late.getCause(), text, building);
        }
        return building.root.orElseThrow(() -> new MalformedXmlException("There is no element.",
                new Location(1, 1, ""), false, new IllegalStateException()));
    }

    /**
     * Blanks out an XML declaration that is not at the very start: it is a fault, but one that every player forgives.
     * Positions stay as they are.
     */
    private static String tolerant(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = text.indexOf("?>", start);
        if (start == 0 || end < 0 || !text.startsWith("<?xml ", start)) {
            return text;
        }
        String blank = text.substring(start, end + 2).replaceAll("[^\\r\\n]", " ");
        return text.substring(0, start) + blank + text.substring(end + 2);
    }

    private static MalformedXmlException malformed(XMLStreamException broken, String text, Building building) {
        javax.xml.stream.Location at = broken.getLocation();
        Location inside = building.open == null ? new Location(1, 1, "")
                : building.open.element().location();
        String raw = String.valueOf(broken.getMessage());
        int where = raw.indexOf("\n at [row");
        String message = (where < 0 ? raw : raw.substring(0, where)).replaceAll("\\s+", " ").strip();
        boolean limit = message.contains("imit (") || message.contains("limit exceeded");
        if (at == null) {
            return new MalformedXmlException(message, inside, limit, broken);
        }
        int offset = Math.max(0, at.getCharacterOffset());
        Optional<FaultSearch.Fault> known = limit ? Optional.empty() : FaultSearch.in(text, building.places)
                .filter(fault -> fault.seen() <= offset || fault.seen() == text.length() && isAtEnd(message));
        return known.map(fault -> new MalformedXmlException(fault.message(),
                        new Location(building.places.line(fault.offset()), building.places.column(fault.offset()),
                                inside.path()), false, broken))
                .orElseGet(() -> new MalformedXmlException(message, new Location(Math.max(1, at.getLineNumber()),
                        Math.max(1, at.getColumnNumber()), inside.path()), limit, broken));
    }

    private static boolean isAtEnd(String message) {
        return message.contains("EOF") || message.contains("end of input");
    }

    /** The elements that are open, and what they collect. */
    private static final class Building {

        private final LinePlaces places;
        private Optional<XmlElement> root = Optional.empty();
        private @Nullable OpenElement open;
        /** The innermost one that was closed: it serves again. */
        private @Nullable OpenElement spare;
        private boolean declares;

        private Building(String text) {
            places = new LinePlaces(text);
        }

        private void accept(int event, XMLStreamReader2 reader) throws XMLStreamException {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.END_ELEMENT -> end(reader);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (open != null) {
                        open.text(reader);
                    }
                }
                default -> {
                    // Comments, processing instructions and the prolog hold nothing that is served.
                }
            }
        }

        private void start(XMLStreamReader2 reader) {
            String qualified = reader.getLocalName();
            int colon = qualified.indexOf(':');
            String prefix = colon < 0 ? "" : qualified.substring(0, colon);
            List<XmlAttribute> attributes = attributes(reader);
            OpenElement around = open;
            var element = new XmlElement(around == null ? null : around.element(),
                    around == null ? 0 : around.children(), prefix, qualified.substring(colon + 1),
                    namespace(prefix, attributes), attributes,
                    (int) reader.getLocationInfo().getStartingCharOffset(), places);
            OpenElement next = around == null ? spare : around.inner;
            if (next == null) {
                next = new OpenElement(around);
                if (around == null) {
                    spare = next;
                } else {
                    around.inner = next;
                }
            }
            next.begin(element);
            open = next;
        }

        private void end(XMLStreamReader2 reader) throws XMLStreamException {
            OpenElement done = Objects.requireNonNull(open);
            XmlElement element = done.complete((int) reader.getLocationInfo().getEndingCharOffset());
            open = done.outer;
            if (open == null) {
                root = Optional.of(element);
            } else {
                open.add(element);
            }
        }

        private static List<XmlAttribute> attributes(XMLStreamReader2 reader) {
            int count = reader.getAttributeCount();
            if (count == 0) {
                return List.of();
            }
            var attributes = new XmlAttribute[count];
            for (int i = 0; i < count; i++) {
                attributes[i] = new XmlAttribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
            return List.of(attributes);
        }

        /** Most documents declare no namespace, or one at the root: then there is nothing to look up. */
        private String namespace(String prefix, List<XmlAttribute> attributes) {
            boolean own = false;
            for (int i = 0; i < attributes.size() && !own; i++) {
                own = attributes.get(i).name().startsWith(XMLNS);
            }
            declares |= own;
            if (!declares) {
                return "";
            }
            XmlElement parent = open == null ? null : open.element();
            if (!own && parent != null && parent.prefix().equals(prefix)) {
                return parent.namespace();
            }
            String declaration = prefix.isEmpty() ? XMLNS : XMLNS + ":" + prefix;
            Optional<String> found = declared(declaration, attributes);
            for (OpenElement outer = open; found.isEmpty() && outer != null; outer = outer.outer) {
                found = declared(declaration, outer.element().attributes());
            }
            return found.orElse("");
        }

        private static Optional<String> declared(String declaration, List<XmlAttribute> attributes) {
            for (XmlAttribute attribute : attributes) {
                if (attribute.name().equals(declaration)) {
                    return Optional.of(attribute.value());
                }
            }
            return Optional.empty();
        }
    }
}
