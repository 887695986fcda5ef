package io.spotcheck.desktop.source.assist;

import io.spotcheck.desktop.source.assist.CatalogueEntry.Ancestry;
import io.spotcheck.desktop.source.assist.MarkupCursor.Where;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.protocol.vast.catalogue.AttributeType;
import io.spotcheck.protocol.vast.catalogue.ChildType;
import io.spotcheck.protocol.vast.catalogue.ElementType;
import io.spotcheck.protocol.vast.catalogue.EventType;
import io.spotcheck.protocol.vast.catalogue.Occurs;
import io.spotcheck.protocol.vast.catalogue.ValueType;
import io.spotcheck.protocol.vast.catalogue.VastCatalogue;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What VAST allows where the caret is: elements, attributes and values, what must be there first. */
public final class Completion {

    private static final Messages TEXTS = Messages.of(Completion.class);
    private static final List<String> MEDIA_TYPES = List.of("video/mp4", "video/webm", "application/x-mpegURL",
            "application/dash+xml", "audio/mpeg", "audio/mp4", "image/png", "image/jpeg", "image/gif", "text/vtt",
            "text/html");

    private Completion() {
    }

    /** What can be written; empty where VAST says nothing. Takes time for a large document. */
    public static List<Proposal> at(String text, int caret) {
        MarkupCursor cursor = MarkupCursor.at(text, caret);
        VastVersion version = cursor.version().flatMap(VastVersion::of).orElse(VastVersion.V4_3);
        return switch (cursor.where()) {
            case CONTENT, TAG_NAME -> elements(cursor, caret, version, text);
            case END_TAG -> endTag(cursor, caret, text);
            case ATTRIBUTE_NAME -> attributes(cursor, caret, version, text);
            case ATTRIBUTE_VALUE -> values(cursor, caret, version);
            case OPAQUE -> List.of();
        };
    }

    private static List<Proposal> elements(MarkupCursor cursor, int caret, VastVersion version, String text) {
        boolean bare = cursor.where() == Where.CONTENT;
        int end = MarkupCursor.endOfName(text, caret);
        if (!bare && end < text.length() && (end > caret || "/>".indexOf(text.charAt(end)) >= 0)) {
            return names(cursor, version, end);
        }
        if (cursor.around().isEmpty()) {
            return Stream.of(VastCatalogue.standard().root()).filter(r -> matches(r.name(), cursor.typed()))
                    .map(r -> element(r.name(), r, Optional.empty(), cursor, caret, version, bare)).toList();
        }
        Optional<ElementType> parent = Ancestry.resolve(cursor.around());
        return parent.stream().flatMap(p -> p.children().stream())
                .filter(child -> child.occurs(version).isPresent() && matches(child.name(), cursor.typed()))
                .filter(child -> child.occurs(version).get().many() || !cursor.siblings().contains(child.name()))
                .sorted(Comparator.comparing((ChildType child) -> !isMissing(child, cursor, version)))
                .map(child -> element(child.name(), child.element(), child.occurs(version), cursor, caret, version,
                        bare))
                .toList();
    }

    /** Other names for a tag that is written already: its attributes and its end stay. */
    private static List<Proposal> names(MarkupCursor cursor, VastVersion version, int end) {
        return Ancestry.resolve(cursor.around()).stream().flatMap(p -> p.children().stream())
                .filter(child -> child.occurs(version).isPresent() && matches(child.name(), cursor.typed()))
                .map(child -> new Proposal("<" + child.name() + ">", child.element().about(), cursor.from(), end,
                        child.name(), child.name().length())).toList();
    }

    private static boolean isMissing(ChildType child, MarkupCursor cursor, VastVersion version) {
        return child.occurs(version).filter(Occurs::isRequired).isPresent()
                && !cursor.siblings().contains(child.name());
    }

    private static Proposal element(String name, ElementType element, Optional<Occurs> occurs, MarkupCursor cursor,
                                    int caret, VastVersion version, boolean bare) {
        var written = new StringBuilder(bare ? "<" : "").append(name);
        int stop = -1;
        for (AttributeType attribute : element.requiredAttributes()) {
            if (attribute.required().contains(version)) {
                String value = element.parents().isEmpty() && attribute.type() == ValueType.VERSION ? version.label()
                        : "";
                written.append(' ').append(attribute.name()).append("=\"").append(value);
                stop = stop < 0 && value.isEmpty() ? written.length() : stop;
                written.append('"');
            }
        }
        written.append('>');
        if (element.content() == ValueType.URI) {
            written.append("<![CDATA[");
        }
        stop = stop < 0 ? written.length() : stop;
        if (element.content() == ValueType.URI) {
            written.append("]]>");
        }
        written.append("</").append(name).append('>');
        String detail = occurs.map(o -> TEXTS.get("detail.occurs", TEXTS.get("occurs." + o), element.about()))
                .orElse(element.about());
        return new Proposal("<" + name + ">", detail, cursor.from(), caret, written.toString(), stop);
    }

    private static List<Proposal> endTag(MarkupCursor cursor, int caret, String text) {
        if (cursor.around().isEmpty()) {
            return List.of();
        }
        String name = cursor.around().getLast();
        boolean closed = caret < text.length() && text.charAt(caret) == '>';
        String insert = closed ? name : name + ">";
        return matches(name, cursor.typed()) ? List.of(new Proposal("</" + name + ">", TEXTS.get("detail.end"),
                cursor.from(), caret, insert, insert.length())) : List.of();
    }

    private static List<Proposal> attributes(MarkupCursor cursor, int caret, VastVersion version, String text) {
        Optional<ElementType> element = Ancestry.resolve(cursor.path());
        boolean valued = text.startsWith("=", Math.min(text.length(), cursor.from()
                + cursor.attribute().map(String::length).orElse(0)));
        int end = cursor.attribute().map(a -> cursor.from() + a.length()).orElse(caret);
        boolean touching = cursor.typed().isEmpty() && caret > 0 && !Character.isWhitespace(text.charAt(caret - 1));
        return element.stream().flatMap(e -> e.attributes().stream())
                .filter(a -> a.in().contains(version) && !cursor.written().contains(a.name())
                        && matches(a.name(), cursor.typed()))
                .sorted(Comparator.comparing((AttributeType a) -> !a.required().contains(version)))
                .map(a -> {
                    String space = touching ? " " : "";
                    String insert = space + (valued ? a.name() : a.name() + "=\"\"");
                    String remark = a.deprecated().contains(version) ? "deprecated"
                            : a.required().contains(version) ? "required" : "optional";
                    return new Proposal(a.name(), TEXTS.get("detail." + remark, CatalogueEntry.type(a)),
                            cursor.from(), end, insert, insert.length() - (valued ? 0 : 1));
                }).toList();
    }

    private static List<Proposal> values(MarkupCursor cursor, int caret, VastVersion version) {
        Optional<ElementType> element = Ancestry.resolve(cursor.path());
        Optional<AttributeType> attribute = element.flatMap(e -> cursor.attribute().flatMap(e::attribute));
        return attribute.stream().flatMap(a -> values(a, version))
                .filter(value -> matches(value, cursor.typed()))
                .map(value -> new Proposal(value, attribute.get().name(), cursor.from(), caret, value, value.length()))
                .toList();
    }

    private static Stream<String> values(AttributeType attribute, VastVersion version) {
        return switch (attribute.type()) {
            case ENUM -> attribute.values().stream();
            case BOOLEAN -> Stream.of("true", "false");
            case VERSION -> Stream.of(VastVersion.values()).map(VastVersion::label);
            case EVENT -> VastCatalogue.standard().events().stream().filter(e -> e.in().contains(version))
                    .map(EventType::name);
            case MIME -> MEDIA_TYPES.stream();
            case X -> Stream.of("left", "right");
            case Y -> Stream.of("top", "bottom");
            default -> attribute.values().stream();
        };
    }

    private static boolean matches(String name, String typed) {
        return name.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
    }
}
