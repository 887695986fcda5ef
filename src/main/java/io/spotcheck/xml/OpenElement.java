package io.spotcheck.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** What an element collects while it is open. One of these serves all elements of a depth, one after the other. */
final class OpenElement {

    final @Nullable OpenElement outer;
    /** What collects for the elements inside. */
    @Nullable OpenElement inner;
    private final List<XmlElement> children = new ArrayList<>();
    private @Nullable XmlElement element;
    /** The text so far, while it is one piece, as nearly all are. */
    private String text = "";
    private @Nullable StringBuilder pieces;
    private boolean blankBefore;

    OpenElement(@Nullable OpenElement outer) {
        this.outer = outer;
    }

    void begin(XmlElement opened) {
        element = opened;
    }

    XmlElement element() {
        return Objects.requireNonNull(element);
    }

    /** How many elements are inside by now. */
    int children() {
        return children.size();
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void text(XMLStreamReader2 reader) {
        if (text.isEmpty() && reader.isWhiteSpace()) {
            blankBefore = true;
        } else if (text.isEmpty()) {
            text = reader.getText();
        } else {
            if (pieces == null) {
                pieces = new StringBuilder(text);
            }
            pieces.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    /** Completes the element, and begins anew. */
    XmlElement complete(int end) {
        XmlElement done = element();
        String all = pieces == null ? text : pieces.toString();
        String stripped = all.strip();
        done.complete(children.isEmpty() ? List.of() : List.copyOf(children), stripped,
                !stripped.isEmpty() && (blankBefore || stripped.length() < all.length()), end);
        children.clear();
        element = null;
        text = "";
        pieces = null;
        blankBefore = false;
        return done;
    }
}
