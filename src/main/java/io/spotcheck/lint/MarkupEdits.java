package io.spotcheck.lint;

import io.spotcheck.xml.Span;
import io.spotcheck.xml.XmlElement;
import io.spotcheck.xml.XmlMarkup;
import io.spotcheck.xml.XmlTextMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes edits of an XML element: what comes is escaped as its place asks for. No edits, where one cannot be made with
 * certainty.
 */
public final class MarkupEdits {

    private static final String CDATA_END = "]]>";

    private final XmlElement element;
    private final String document;
    private final XmlMarkup markup;

    /**
     * Edits of an element.
     *
     * @param document the text that it was read from
     */
    public MarkupEdits(XmlElement element, String document) {
        this.element = element;
        this.document = document;
        this.markup = XmlMarkup.of(element, document);
    }

    /** Gives the element another name, in both tags; the prefix stays. */
    public List<Edit> rename(String name) {
        return markup.names().stream().map(span -> edit(span, name)).toList();
    }

    /** Gives an attribute another name, unless there is one of that name already. */
    public List<Edit> renameAttribute(String from, String to) {
        return element.attribute(to).isPresent() ? List.of() : edits(markup.attributeName(from), to);
    }

    /** Gives an attribute another value. */
    public List<Edit> attribute(String name, String value) {
        return edits(markup.attributeValue(name),
                value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;").replace("'", "&apos;"));
    }

    /** Puts another text in the place of the element's whole text; blanks around it stay. */
    public List<Edit> text(String text) {
        return text(0, element.text().length(), text);
    }

    /** Puts another text in the place of a piece of the element's text. */
    public List<Edit> text(int from, int to, String text) {
        Optional<XmlTextMap> map = markup.text();
        if (from >= to || map.isEmpty() || !map.get().isWhole(from, to)) {
            return List.of();
        }
        boolean verbatim = map.get().isVerbatim(from);
        if (verbatim && text.contains(CDATA_END)) {
            return List.of();
        }
        return List.of(edit(map.get().span(from, to), verbatim ? text : escaped(text)));
    }

    /** Makes several changes of the element's text, all or none. */
    public List<Edit> texts(List<Edit> changes) {
        var edits = new ArrayList<Edit>();
        for (Edit change : changes) {
            List<Edit> each = text(change.start(), change.end(), change.text());
            if (each.isEmpty()) {
                return List.of();
            }
            edits.addAll(each);
        }
        return List.copyOf(edits);
    }

    /** Puts the element's text into a CDATA section; blanks around it stay outside. */
    public List<Edit> wrapText() {
        Optional<XmlTextMap> map = markup.text();
        String text = element.text();
        if (text.isEmpty() || text.contains(CDATA_END) || map.isEmpty() || !map.get().isWhole(0, text.length())
                || map.get().isVerbatim(0)) {
            return List.of();
        }
        return List.of(edit(map.get().span(0, text.length()), "<![CDATA[" + text + CDATA_END));
    }

    /** Puts what is written in the element, elements and all, into a CDATA section; blanks around it stay outside. */
    public List<Edit> wrapMarkup() {
        String written = markup.content().of(document);
        if (written.isBlank() || written.contains(CDATA_END)) {
            return List.of();
        }
        int start = markup.content().start() + written.length() - written.stripLeading().length();
        return List.of(new Edit(start, start, "<![CDATA["),
                new Edit(start + written.strip().length(), start + written.strip().length(), CDATA_END));
    }

    /** Takes away the blanks around the element's text. */
    public List<Edit> stripText() {
        Optional<XmlTextMap> map = markup.text();
        if (map.isEmpty() || element.text().isEmpty()) {
            return List.of();
        }
        Span text = map.get().span(0, element.text().length());
        var edits = new ArrayList<Edit>();
        int start = text.start();
        while (Character.isWhitespace(document.charAt(start - 1))) {
            start--;
        }
        if (start < text.start()) {
            edits.add(new Edit(start, text.start(), ""));
        }
        int end = text.end();
        while (Character.isWhitespace(document.charAt(end))) {
            end++;
        }
        if (end > text.end()) {
            edits.add(new Edit(text.end(), end, ""));
        }
        return List.copyOf(edits);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static List<Edit> edits(Optional<Span> span, String text) {
        return span.map(place -> List.of(edit(place, text))).orElse(List.of());
    }

    private static Edit edit(Span span, String text) {
        return new Edit(span.start(), span.end(), text);
    }
}
