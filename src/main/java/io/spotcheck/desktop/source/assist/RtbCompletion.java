package io.spotcheck.desktop.source.assist;

import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.protocol.openrtb.catalogue.FieldType.Kind;
import io.spotcheck.protocol.openrtb.catalogue.FieldType;
import io.spotcheck.protocol.openrtb.catalogue.Format;
import io.spotcheck.protocol.openrtb.catalogue.ObjectType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What OpenRTB and Native allow where the caret is: fields that are not there yet, and values. */
final class RtbCompletion {

    private static final Messages TEXTS = Messages.of(RtbCompletion.class);
    private static final List<String> MEDIA_TYPES = List.of("video/mp4", "video/webm", "application/x-mpegURL",
            "application/dash+xml", "audio/mpeg", "audio/mp4", "image/png", "image/jpeg", "image/gif");

    private final String text;
    private final int caret;
    private final JsonCursor cursor;

    private RtbCompletion(String text, int caret) {
        this.text = text;
        this.caret = caret;
        cursor = JsonCursor.at(text, caret);
    }

    static List<Proposal> at(String text, int caret) {
        return new RtbCompletion(text, caret).proposals();
    }

    private List<Proposal> proposals() {
        Optional<ObjectType> object = RtbPlace.of(cursor);
        return switch (cursor.where()) {
            case NAME -> fields(object.map(Stream::of).orElseGet(() -> cursor.path().isEmpty()
                    ? RtbPlace.roots().stream() : Stream.empty()));
            case VALUE -> object.flatMap(o -> cursor.name().flatMap(o::field)).map(this::values).orElse(List.of());
            case NEITHER -> List.of();
        };
    }

    private List<Proposal> fields(Stream<ObjectType> objects) {
        return objects.flatMap(o -> o.fields().stream())
                .filter(f -> f.until().isEmpty() && !cursor.written().contains(f.name()) && matches(f.name()))
                .sorted(Comparator.comparing((FieldType f) -> f.isRequired() ? 0 : f.isRecommended() ? 1
                        : f.deprecated().isPresent() ? 3 : 2))
                .map(this::member).toList();
    }

    private Proposal member(FieldType field) {
        int after = skipBlanks(cursor.to());
        String name = "\"" + field.name() + "\"";
        String lead = cursor.comma() ? text.charAt(caret - 1) == ',' ? "" : "," + blank() : "";
        if (text.startsWith(":", after)) {
            return new Proposal(field.name(), RtbEntry.summary(field), cursor.from(), cursor.to(), lead + name,
                    lead.length() + name.length());
        }
        String empty = field.isArray() ? empty(field, "[", "]") : switch (field.kind()) {
            case STRING -> "\"\"";
            case OBJECT, ANY_OBJECT -> "{}";
            case INTEGER, NUMBER, FLAG -> "";
        };
        String written = lead + name + ": " + empty;
        boolean goesOn = text.startsWith("\"", after);
        return new Proposal(field.name(), RtbEntry.summary(field), cursor.from(), cursor.to(),
                written + (goesOn ? "," : ""), written.length() - empty.length() / 2);
    }

    private static String empty(FieldType field, String open, String close) {
        return switch (field.kind()) {
            case STRING -> open + "\"\"" + close;
            case OBJECT, ANY_OBJECT -> open + "{}" + close;
            case INTEGER, NUMBER, FLAG -> open + close;
        };
    }

    /** What stands between a comma and the next name: in one line a blank, otherwise nothing, as the line is begun. */
    private String blank() {
        return caret > 0 && Character.isWhitespace(text.charAt(caret - 1)) ? "" : " ";
    }

    private List<Proposal> values(FieldType field) {
        boolean numbers = field.kind() == Kind.INTEGER || field.kind() == Kind.NUMBER || field.kind() == Kind.FLAG;
        if (field.isArray() && !cursor.inArray()) {
            String empty = empty(field, "[", "]");
            return cursor.typed().isEmpty() ? List.of(new Proposal(empty, RtbEntry.type(field), cursor.from(),
                    cursor.to(), empty, empty.length() / 2)) : List.of();
        }
        Stream<Fact> values = field.list().map(list -> RtbEntry.rows(list).stream()
                        .filter(row -> row.name().matches("-?\\d+")))
                .orElseGet(() -> field.kind() == Kind.FLAG
                        ? Stream.of(new Fact("0", TEXTS.get("flag.0")), new Fact("1", TEXTS.get("flag.1")))
                        : field.format().filter(Format.MIME::equals).isPresent()
                        ? MEDIA_TYPES.stream().map(type -> new Fact(type, field.name()))
                        : field.object().isPresent() ? Stream.of(new Fact("{}", RtbEntry.type(field)))
                        : field.byDefault().stream().map(value -> new Fact(value, TEXTS.get("by.default"))));
        String lead = cursor.comma() ? "," + blank() : "";
        return values.filter(value -> matches(value.name()) && !(cursor.inArray() && numbers && isThere(value.name())))
                .map(value -> {
                    boolean bare = numbers || value.name().equals("{}");
                    String insert = lead + (bare ? value.name() : "\"" + value.name() + "\"");
                    return new Proposal(value.name(), value.text(), cursor.from(), cursor.to(), insert,
                            insert.length() - (value.name().equals("{}") ? 1 : 0));
                }).toList();
    }

    /** Whether the array around the caret has a number already. */
    private boolean isThere(String number) {
        int open = text.lastIndexOf('[', Math.max(0, cursor.from() - 1));
        int close = text.indexOf(']', cursor.to());
        if (open < 0 || close < 0) {
            return false;
        }
        String others = text.substring(open + 1, cursor.from()) + "," + text.substring(cursor.to(), close);
        return Stream.of(others.split(",")).map(String::strip).anyMatch(number::equals);
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private boolean matches(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(cursor.typed().toLowerCase(Locale.ROOT));
    }
}
