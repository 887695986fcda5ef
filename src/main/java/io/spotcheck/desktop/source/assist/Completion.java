package io.spotcheck.desktop.source.assist;

import io.spotcheck.desktop.source.assist.MarkupCursor.Where;
import io.spotcheck.desktop.source.assist.MarkupElement.Attribute;
import io.spotcheck.desktop.source.assist.MarkupElement.Child;
import io.spotcheck.desktop.wording.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the specifications allow where the caret is: elements, attributes and values of VAST and VMAP, fields and values
 * of OpenRTB; what must be there first.
 */
public final class Completion {

    private static final Messages TEXTS = Messages.of(Completion.class);
    private static final String NAMESPACE = " xmlns:vmap=\"http://www.iab.net/videosuite/vmap\"";
    private static final String VMAP_PREFIX = "vmap:";

    private final String text;
    private final int caret;
    private final MarkupCursor cursor;

    private Completion(String text, int caret) {
        this.text = text;
        this.caret = caret;
        cursor = MarkupCursor.at(text, caret);
    }

    /** What can be written; empty where no specification says anything. Takes time for a large document. */
    public static List<Proposal> at(String text, int caret) {
        int within = Math.clamp(caret, 0, text.length());
        return JsonCursor.isJson(text) ? RtbCompletion.at(text, within) : new Completion(text, within).proposals();
    }

    private List<Proposal> proposals() {
        return switch (cursor.where()) {
            case CONTENT, TAG_NAME -> elements();
            case END_TAG -> endTag();
            case ATTRIBUTE_NAME -> attributes();
            case ATTRIBUTE_VALUE -> values();
            case OPAQUE -> List.of();
        };
    }

    private List<Proposal> elements() {
        boolean bare = cursor.where() == Where.CONTENT;
        int end = MarkupCursor.endOfName(text, caret);
        if (!bare && end < text.length() && (end > caret || "/>".indexOf(text.charAt(end)) >= 0)) {
            return names(end);
        }
        if (cursor.around().isEmpty()) {
            return MarkupPlace.roots(cursor.version()).stream().filter(r -> matches(r.name()))
                    .map(r -> element(r, "", bare)).toList();
        }
        return children().filter(child -> child.many() || !cursor.siblings().contains(child.name()))
                .sorted(Comparator.comparing(child -> !isMissing(child)))
                .map(child -> element(child.element(), TEXTS.get("occurs." + (child.required() ? "1" : "0")
                        + (child.many() ? "..n" : child.required() ? "" : "..1")), bare)).toList();
    }

    /** Other names for a tag that is written already: its attributes and its end stay. */
    private List<Proposal> names(int end) {
        return children().map(child -> {
            String name = written(child.element());
            return new Proposal("<" + name + ">", child.element().about(), cursor.from(), end, name, name.length());
        }).toList();
    }

    private Stream<Child> children() {
        return MarkupPlace.at(cursor.around(), cursor.version()).stream().flatMap(p -> p.element().children().stream())
                .filter(child -> child.known() && matches(child.name()));
    }

    private boolean isMissing(Child child) {
        return child.required() && !cursor.siblings().contains(child.name());
    }

    private Proposal element(MarkupElement element, String occurs, boolean bare) {
        String name = written(element);
        var written = new StringBuilder(bare ? "<" : "").append(name);
        if (element.name().equals(VmapElement.ROOT)) {
            written.append(NAMESPACE);
        }
        int stop = -1;
        for (Attribute attribute : element.attributes()) {
            if (attribute.required()) {
                written.append(' ').append(attribute.name()).append("=\"").append(attribute.filling());
                stop = stop < 0 && attribute.filling().isEmpty() ? written.length() : stop;
                written.append('"');
            }
        }
        written.append('>');
        if (element.isAddress()) {
            written.append("<![CDATA[");
        }
        stop = stop < 0 ? written.length() : stop;
        if (element.isAddress()) {
            written.append("]]>");
        }
        written.append("</").append(name).append('>');
        String detail = occurs.isEmpty() ? element.about() : TEXTS.get("detail.occurs", occurs, element.about());
        return new Proposal("<" + name + ">", detail, cursor.from(), caret, written.toString(), stop);
    }

    private List<Proposal> endTag() {
        if (cursor.around().isEmpty()) {
            return List.of();
        }
        String local = cursor.around().getLast();
        String name = MarkupCursor.prefix(text.substring(0, caret), local) + local;
        boolean closed = caret < text.length() && text.charAt(caret) == '>';
        String insert = closed ? name : name + ">";
        return matches(local) ? List.of(new Proposal("</" + name + ">", TEXTS.get("detail.end"),
                cursor.from(), caret, insert, insert.length())) : List.of();
    }

    private List<Proposal> attributes() {
        Optional<MarkupPlace> place = MarkupPlace.at(cursor.path(), cursor.version());
        boolean valued = text.startsWith("=", Math.min(text.length(), cursor.from()
                + cursor.attribute().map(String::length).orElse(0)));
        int end = cursor.attribute().map(a -> cursor.from() + a.length()).orElse(caret);
        boolean touching = cursor.typed().isEmpty() && caret > 0 && !Character.isWhitespace(text.charAt(caret - 1));
        return place.stream().flatMap(p -> p.element().attributes().stream())
                .filter(a -> a.known() && !cursor.written().contains(a.name()) && matches(a.name()))
                .sorted(Comparator.comparing((Attribute a) -> !a.required()))
                .map(a -> {
                    String space = touching ? " " : "";
                    String insert = space + (valued ? a.name() : a.name() + "=\"\"");
                    String remark = a.deprecated() ? "deprecated" : a.required() ? "required" : "optional";
                    return new Proposal(a.name(), TEXTS.get("detail." + remark, a.about()),
                            cursor.from(), end, insert, insert.length() - (valued ? 0 : 1));
                }).toList();
    }

    private List<Proposal> values() {
        // A list of words is completed word by word.
        int from = cursor.from() + cursor.typed().lastIndexOf(',') + 1;
        String typed = text.substring(from, caret).strip().toLowerCase(Locale.ROOT);
        return MarkupPlace.at(cursor.path(), cursor.version()).stream()
                .flatMap(p -> p.element().attributes().stream())
                .filter(a -> cursor.attribute().filter(a.name()::equals).isPresent())
                .flatMap(a -> a.values().stream().map(value -> new Proposal(value.name(),
                        value.text().isEmpty() ? a.name() : value.text(), from, caret, value.name(),
                        value.name().length())))
                .filter(proposal -> proposal.label().toLowerCase(Locale.ROOT).startsWith(typed)).toList();
    }

    /** How an element is written in this document: the elements of a schedule have its prefix. */
    private String written(MarkupElement element) {
        if (!(element instanceof VmapElement)) {
            return element.name();
        }
        return (cursor.around().isEmpty() ? VMAP_PREFIX : MarkupCursor.prefix(text, VmapElement.ROOT))
                + element.name();
    }

    private boolean matches(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(MarkupCursor.local(cursor.typed()).toLowerCase(Locale.ROOT))
                || (VMAP_PREFIX + name).startsWith(cursor.typed());
    }
}
