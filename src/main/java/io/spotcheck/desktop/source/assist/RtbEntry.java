package io.spotcheck.desktop.source.assist;

import io.spotcheck.desktop.source.assist.CatalogueEntry.Badge;
import io.spotcheck.desktop.source.assist.CatalogueEntry.Table;
import io.spotcheck.desktop.source.assist.CatalogueEntry.Weight;
import io.spotcheck.desktop.source.assist.JsonCursor.Where;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.protocol.openrtb.catalogue.FieldType;
import io.spotcheck.protocol.openrtb.catalogue.ListType;
import io.spotcheck.protocol.openrtb.catalogue.ObjectType;
import io.spotcheck.protocol.openrtb.catalogue.Release.Family;
import io.spotcheck.protocol.openrtb.catalogue.Release;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What OpenRTB and Native say of a field or an object. */
final class RtbEntry {

    private static final Messages TEXTS = Messages.of(RtbEntry.class);

    private RtbEntry() {
    }

    static Optional<CatalogueEntry> at(String text, int caret) {
        int quote = caret;
        while (quote < text.length() && (text.charAt(quote) == ' ' || text.charAt(quote) == '\t')) {
            quote++;
        }
        boolean before = quote < text.length() && text.charAt(quote) == '"'
                && text.substring(text.lastIndexOf('\n', Math.max(0, caret - 1)) + 1, caret).isBlank();
        JsonCursor cursor = JsonCursor.at(text, before ? quote + 1 : caret);
        if (cursor.from() == cursor.to() && caret < text.length() && text.charAt(caret) == '"') {
            // Right before a name or a text, that one is meant.
            cursor = JsonCursor.at(text, caret + 1);
        }
        return of(cursor);
    }

    private static Optional<CatalogueEntry> of(JsonCursor cursor) {
        Optional<ObjectType> object = RtbPlace.of(cursor);
        if (cursor.where() == Where.NEITHER || cursor.name().isEmpty()) {
            return object.map(type -> ofObject(type, cursor));
        }
        // The name of an array's items is that of the array, which the object around has.
        return object.flatMap(type -> type.field(cursor.name().get()).map(field -> ofField(field, type, cursor)));
    }

    private static CatalogueEntry ofObject(ObjectType type, JsonCursor cursor) {
        List<Fact> fields = type.fields().stream().filter(f -> f.until().isEmpty())
                .map(f -> new Fact(f.name(), summary(f))).toList();
        var facts = new ArrayList<Fact>();
        if (!cursor.shown().isEmpty()) {
            facts.add(new Fact(TEXTS.get("fact.path"), cursor.shown()));
        }
        List<String> homes = RtbPlace.homes(type);
        if (!homes.isEmpty()) {
            facts.add(new Fact(TEXTS.get("fact.parents"), String.join(", ", homes)));
        }
        return new CatalogueEntry(type.name(), TEXTS.get("place.object"), List.of(), "", facts,
                Optional.of(new Table(TEXTS.get("table.fields"), fields, Optional.empty())), type.spec());
    }

    private static CatalogueEntry ofField(FieldType field, ObjectType object, JsonCursor cursor) {
        var badges = new ArrayList<Badge>();
        badges.add(new Badge(Weight.PLAIN, TEXTS.get(field.isRequired() ? "badge.required"
                : field.isRecommended() ? "badge.recommended" : "badge.optional")));
        if (field.until().isPresent()) {
            badges.add(new Badge(Weight.WRONG, TEXTS.get("badge.removed")));
        } else if (field.deprecated().isPresent()) {
            badges.add(new Badge(Weight.DOUBTFUL, TEXTS.get("badge.deprecated")));
        }
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(TEXTS.get("fact.type"), type(field)));
        field.byDefault().ifPresent(value -> facts.add(new Fact(TEXTS.get("fact.default"), field.list()
                .flatMap(list -> number(value).flatMap(list::meaning)).map(m -> value + " – " + m).orElse(value))));
        range(field).ifPresent(range -> facts.add(new Fact(TEXTS.get("fact.range"), range)));
        field.format().ifPresent(format -> facts.add(new Fact(TEXTS.get("fact.format"),
                TEXTS.get("format." + format.name().toLowerCase(Locale.ROOT)))));
        facts.add(new Fact(TEXTS.get("fact.introduced"), release(field.since())
                + (field.since() == Release.OPENRTB_2_5 ? TEXTS.get("earlier") : "")));
        field.deprecated().ifPresent(since -> facts.add(new Fact(TEXTS.get("fact.deprecated"), release(since))));
        field.until().ifPresent(until -> facts.add(new Fact(TEXTS.get("fact.removed"), release(until))));
        field.use().ifPresent(use -> facts.add(new Fact(TEXTS.get("fact.use"), use)));
        String name = field.name();
        facts.add(new Fact(TEXTS.get("fact.path"), cursor.shown().isEmpty() ? name
                : cursor.inArray() ? cursor.shown() : cursor.shown() + "." + name));
        Optional<Table> table = field.list().map(list -> new Table(TEXTS.get("table.list", list.about(), list.spec()),
                rows(list), cursor.value())).or(() -> field.object().map(inner -> new Table(
                        TEXTS.get("table.fields.of", inner.name()), inner.fields().stream()
                        .filter(f -> f.until().isEmpty()).map(f -> new Fact(f.name(), summary(f))).toList(),
                        Optional.empty())))
                .or(() -> field.kind() == FieldType.Kind.FLAG ? Optional.of(new Table(TEXTS.get("table.values"),
                        List.of(new Fact("0", TEXTS.get("flag.0")), new Fact("1", TEXTS.get("flag.1"))),
                        cursor.value())) : Optional.empty());
        return new CatalogueEntry(name, TEXTS.get("place.field", object.name()), badges, "", facts, table,
                object.spec());
    }

    /** The values of a list, the lowest first, and what else may stand there. */
    static List<Fact> rows(ListType list) {
        var rows = new ArrayList<Fact>();
        list.values().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(e -> rows.add(new Fact(String.valueOf(e.getKey()), e.getValue())));
        list.above().ifPresent(from -> rows.add(new Fact("≥ " + from, TEXTS.get("list.above"))));
        list.vendor().ifPresent(from -> rows.add(new Fact("≥ " + from, TEXTS.get("list.vendor"))));
        if (list.soft()) {
            rows.add(new Fact("…", TEXTS.get("list.soft")));
        }
        return rows;
    }

    /** What a field holds, and what must be known of it, in a line. */
    static String summary(FieldType field) {
        var words = new ArrayList<String>();
        words.add(type(field));
        if (field.isRequired()) {
            words.add(TEXTS.get("badge.required"));
        } else if (field.isRecommended()) {
            words.add(TEXTS.get("badge.recommended"));
        }
        if (field.since() != Release.OPENRTB_2_5 && field.since() != Release.NATIVE_1_0) {
            words.add(TEXTS.get("since", field.since().label()));
        }
        field.until().ifPresentOrElse(until -> words.add(TEXTS.get("removed", until.label())),
                () -> field.deprecated().ifPresent(since -> words.add(TEXTS.get("deprecated.since", since.label()))));
        return String.join(", ", words);
    }

    /** What a field holds, in words. */
    static String type(FieldType field) {
        String number = field.isArray() ? "many" : "one";
        return field.list().map(list -> TEXTS.get("type.list." + number, list.about()))
                .or(() -> field.object().map(type -> TEXTS.get("type.object." + number, type.name())))
                .orElseGet(() -> TEXTS.get("type." + field.kind().name().toLowerCase(Locale.ROOT) + "." + number));
    }

    private static Optional<String> range(FieldType field) {
        Optional<String> min = field.min().map(BigDecimal::toPlainString);
        Optional<String> max = field.max().map(BigDecimal::toPlainString);
        Optional<String> numbers = min.isPresent() && max.isPresent()
                ? Optional.of(TEXTS.get("range.both", min.get(), max.get()))
                : min.map(from -> TEXTS.get("range.min", from)).or(() -> max.map(to -> TEXTS.get("range.max", to)));
        return numbers.or(() -> field.isFilled() ? Optional.of(TEXTS.get("range.filled")) : Optional.empty());
    }

    private static Optional<Integer> number(String value) {
        return value.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(value)) : Optional.empty();
    }

    private static String release(Release release) {
        return TEXTS.get(release.family() == Family.NATIVE ? "release.native" : "release.openrtb", release.label());
    }
}
