package io.spotcheck.desktop.source.assist;

import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.protocol.vast.catalogue.AttributeType;
import io.spotcheck.protocol.vast.catalogue.ChildType;
import io.spotcheck.protocol.vast.catalogue.ElementType;
import io.spotcheck.protocol.vast.catalogue.ValueType;
import io.spotcheck.protocol.vast.catalogue.VastCatalogue;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.protocol.vast.catalogue.VersionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the catalogue says of an element where it stands, or of one of its attributes.
 *
 * @param title   what it is called, such as {@code <MediaFile> in <MediaFiles>}
 * @param about   what it is for, in one sentence
 * @param facts   what else is known, one sentence or list each
 * @param section where the specification rules it, such as {@code VAST 4.3 §3.9.1}
 */
public record CatalogueEntry(String title, String about, List<String> facts, String section) {

    private static final Messages TEXTS = Messages.of(CatalogueEntry.class);

    /** Copies the list. */
    public CatalogueEntry {
        facts = List.copyOf(facts);
    }

    /**
     * What the catalogue says of the place where the caret is; empty when that is no element of VAST. Before the first
     * tag of a line that tag is meant. Takes time for a large document.
     */
    public static Optional<CatalogueEntry> at(String text, int caret) {
        int bracket = Math.clamp(caret, 0, text.length());
        while (bracket < text.length() && (text.charAt(bracket) == ' ' || text.charAt(bracket) == '\t')) {
            bracket++;
        }
        boolean before = bracket < text.length() && text.charAt(bracket) == '<'
                && text.substring(text.lastIndexOf('\n', Math.max(0, caret - 1)) + 1, caret).isBlank();
        MarkupCursor cursor = MarkupCursor.at(text, before ? bracket + 1 : caret);
        List<String> path = cursor.path();
        if (cursor.where() == MarkupCursor.Where.TAG_NAME) {
            path.add(MarkupCursor.local(text.substring(cursor.from(), MarkupCursor.endOfName(text, cursor.from()))));
        }
        return of(cursor, path);
    }

    private static Optional<CatalogueEntry> of(MarkupCursor cursor, List<String> path) {
        Optional<ElementType> element = Ancestry.resolve(path);
        Optional<VastVersion> version = cursor.version().flatMap(VastVersion::of);
        Optional<AttributeType> attribute = element.flatMap(e -> cursor.attribute().flatMap(e::attribute));
        return attribute.isPresent() ? attribute.map(a -> ofAttribute(a, element.get(), version))
                : element.map(e -> ofElement(e, path, version));
    }

    /** All of it, a line each. */
    public String text() {
        return String.join("\n", Stream.concat(Stream.of(title, about),
                Stream.concat(facts.stream(), Stream.of(section))).filter(line -> !line.isEmpty()).toList());
    }

    /** What the catalogue says of an element in the place of a path. */
    static CatalogueEntry ofElement(ElementType element, List<String> path, Optional<VastVersion> version) {
        Optional<ChildType> place = path.size() < 2 ? Optional.empty()
                : Ancestry.resolve(path.subList(0, path.size() - 1)).flatMap(p -> p.child(element.name()));
        var facts = new ArrayList<String>();
        place.map(p -> cardinality(p, version)).ifPresent(facts::add);
        if (!element.deprecated().isEmpty()) {
            facts.add(TEXTS.get("deprecated", element.deprecated()));
        }
        if (element.content() != ValueType.ELEMENTS) {
            facts.add(TEXTS.get("content", element.content().description()));
        }
        element.attributes().forEach(a -> facts.add(TEXTS.get("attribute", a.name(), type(a), bracketed(remarks(a)))));
        if (!element.children().isEmpty()) {
            facts.add(TEXTS.get("children", String.join(", ", element.children().stream()
                    .filter(c -> version.isEmpty() || c.occurs(version.get()).isPresent())
                    .map(ChildType::name).toList())));
        }
        String title = path.size() < 2 ? "<" + element.name() + ">"
                : TEXTS.get("title.in", element.name(), path.get(path.size() - 2));
        return new CatalogueEntry(title, element.about(), facts, TEXTS.get("section", element.section()));
    }

    private static CatalogueEntry ofAttribute(AttributeType attribute, ElementType element,
                                              Optional<VastVersion> version) {
        var facts = new ArrayList<String>();
        String remarks = remarks(attribute);
        if (!remarks.isEmpty()) {
            facts.add(remarks);
        }
        if (attribute.loose()) {
            facts.add(TEXTS.get("loose"));
        }
        version.filter(v -> !attribute.in().contains(v)).ifPresent(v -> facts.add(TEXTS.get("unknown", v)));
        return new CatalogueEntry(TEXTS.get("title.attribute", attribute.name(), element.name()),
                TEXTS.get("value", type(attribute)), facts, TEXTS.get("section", element.section()));
    }

    private static String cardinality(ChildType place, Optional<VastVersion> version) {
        var parts = place.cardinality().stream().map(c -> c.in().equals(VersionSet.ALL)
                ? TEXTS.get("occurs." + c.occurs()) : TEXTS.get("occurs.in", TEXTS.get("occurs." + c.occurs()), c.in()))
                .toList();
        String all = String.join("; ", parts);
        return version.filter(v -> place.occurs(v).isEmpty()).map(v -> all + ". " + TEXTS.get("unknown", v))
                .orElse(all);
    }

    static String type(AttributeType attribute) {
        return attribute.type() == ValueType.ENUM ? String.join(", ", attribute.values())
                : attribute.type().description();
    }

    private static String remarks(AttributeType attribute) {
        var remarks = new ArrayList<String>();
        if (!attribute.required().isEmpty()) {
            remarks.add(attribute.required().equals(VersionSet.ALL) ? TEXTS.get("required")
                    : TEXTS.get("required.in", attribute.required()));
        }
        if (!attribute.in().equals(VersionSet.ALL)) {
            remarks.add(TEXTS.get("in", attribute.in()));
        }
        if (!attribute.deprecated().isEmpty()) {
            remarks.add(TEXTS.get("deprecated", attribute.deprecated()));
        }
        return String.join(", ", remarks);
    }

    private static String bracketed(String remarks) {
        return remarks.isEmpty() ? "" : " (" + remarks + ")";
    }

    /** Follows a path of names from the root. */
    static final class Ancestry {

        private Ancestry() {
        }

        static Optional<ElementType> resolve(List<String> path) {
            ElementType root = VastCatalogue.standard().root();
            // A VAST document may be carried by another one, such as a schedule.
            int start = path.lastIndexOf(root.name());
            if (start < 0) {
                return Optional.empty();
            }
            Optional<ElementType> here = Optional.of(root);
            for (String name : path.subList(start + 1, path.size())) {
                here = here.flatMap(e -> e.child(name)).map(ChildType::element);
            }
            return here;
        }
    }
}
