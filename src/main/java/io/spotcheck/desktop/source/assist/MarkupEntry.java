package io.spotcheck.desktop.source.assist;

import io.spotcheck.desktop.source.assist.CatalogueEntry.Badge;
import io.spotcheck.desktop.source.assist.CatalogueEntry.Table;
import io.spotcheck.desktop.source.assist.CatalogueEntry.Weight;
import io.spotcheck.desktop.source.assist.MarkupElement.Attribute;
import io.spotcheck.desktop.source.assist.MarkupElement.Child;
import io.spotcheck.desktop.wording.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What VAST and VMAP say of an element or an attribute. */
final class MarkupEntry {

    private static final Messages TEXTS = Messages.of(MarkupEntry.class);

    private MarkupEntry() {
    }

    static Optional<CatalogueEntry> at(String text, int caret) {
        int bracket = caret;
        while (bracket < text.length() && (text.charAt(bracket) == ' ' || text.charAt(bracket) == '\t')) {
            bracket++;
        }
        boolean before = bracket < text.length() && text.charAt(bracket) == '<'
                && text.substring(text.lastIndexOf('\n', Math.max(0, caret - 1)) + 1, caret).isBlank();
        MarkupCursor cursor = MarkupCursor.at(text, before ? bracket + 1 : caret);
        List<String> path = cursor.path();
        if (cursor.where() == MarkupCursor.Where.TAG_NAME || cursor.where() == MarkupCursor.Where.END_TAG) {
            String name = MarkupCursor.local(
                    text.substring(cursor.from(), MarkupCursor.endOfName(text, cursor.from())));
            if (cursor.where() == MarkupCursor.Where.TAG_NAME) {
                path.add(name);
            }
        }
        return MarkupPlace.at(path, cursor.version()).map(place -> cursor.attribute()
                .flatMap(name -> place.element().attributes().stream().filter(a -> a.name().equals(name)).findFirst())
                .map(attribute -> ofAttribute(attribute, place.element(), cursor, text))
                .orElseGet(() -> ofElement(place, path, cursor)));
    }

    private static CatalogueEntry ofElement(MarkupPlace place, List<String> path, MarkupCursor cursor) {
        MarkupElement element = place.element();
        var badges = new ArrayList<Badge>();
        var facts = new ArrayList<Fact>();
        place.child().ifPresent(child -> {
            facts.add(new Fact(TEXTS.get("fact.occurs"), child.occurs()));
            if (child.required()) {
                badges.add(new Badge(Weight.PLAIN, TEXTS.get("badge.required")));
            }
            if (!child.known() && cursor.version().isPresent()) {
                badges.add(new Badge(Weight.WRONG, TEXTS.get("badge.unknown", cursor.version().get())));
            }
        });
        element.deprecated().ifPresent(_ -> badges.add(new Badge(Weight.DOUBTFUL, TEXTS.get("badge.deprecated"))));
        element.holds().ifPresent(holds -> facts.add(new Fact(TEXTS.get("fact.holds"), holds)));
        facts.addAll(place.child().map(Child::remarks).orElse(List.of()));
        List<Child> children = element.children().stream().filter(Child::known).toList();
        if (!children.isEmpty()) {
            facts.add(new Fact(TEXTS.get("fact.children"),
                    children.stream().map(Child::name).collect(Collectors.joining(", "))));
        }
        if (!element.parents().isEmpty()) {
            facts.add(new Fact(TEXTS.get("fact.parents"), String.join(", ", element.parents())));
        }
        List<Fact> attributes = element.attributes().stream()
                .map(a -> new Fact(a.name(), a.note().isEmpty() ? a.about() : a.about() + " (" + a.note() + ")")).toList();
        return new CatalogueEntry("<" + element.name() + ">", path.size() < 2 ? ""
                : TEXTS.get("place.in", path.get(path.size() - 2)), badges, element.about(), facts,
                attributes.isEmpty() ? Optional.empty()
                        : Optional.of(new Table(TEXTS.get("table.attributes"), attributes, Optional.empty())),
                element.section());
    }

    private static CatalogueEntry ofAttribute(Attribute attribute, MarkupElement element, MarkupCursor cursor,
                                              String text) {
        var badges = new ArrayList<Badge>();
        badges.add(new Badge(Weight.PLAIN, TEXTS.get(attribute.required() ? "badge.required" : "badge.optional")));
        if (!attribute.known() && cursor.version().isPresent()) {
            badges.add(new Badge(Weight.WRONG, TEXTS.get("badge.unknown", cursor.version().get())));
        }
        if (attribute.deprecated()) {
            badges.add(new Badge(Weight.DOUBTFUL, TEXTS.get("badge.deprecated")));
        }
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(TEXTS.get("fact.holds"), attribute.about()));
        facts.addAll(attribute.remarks());
        Optional<Table> table = attribute.values().isEmpty() ? Optional.empty()
                : Optional.of(new Table(TEXTS.get("table.values"), attribute.values(), value(cursor, text)));
        return new CatalogueEntry(attribute.name(), TEXTS.get("place.of", element.name()), badges, "", facts, table,
                element.section());
    }

    /** What the attribute holds, when the caret is between its quotes. */
    private static Optional<String> value(MarkupCursor cursor, String text) {
        int end = Stream.of('"', '\'').mapToInt(quote -> text.indexOf(quote, cursor.from())).filter(at -> at >= 0)
                .min().orElse(-1);
        return cursor.where() == MarkupCursor.Where.ATTRIBUTE_VALUE && end >= 0
                ? Optional.of(text.substring(cursor.from(), end).strip()) : Optional.empty();
    }
}
