package io.spotcheck.protocol.vast.catalogue;

import io.spotcheck.protocol.vast.catalogue.ChildType.Cardinality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the catalogue is written down in {@code catalogue.yaml}; the comment at its top explains the form. */
record CatalogueDocument(String root, List<Element> elements, Map<String, Event> events) {

    record Element(String name, @Nullable String id, @Nullable String like, String section, String about,
                   @Nullable String content, @Nullable String deprecated,
                   @Nullable Map<String, Attribute> attributes, @Nullable Map<String, String> children) {

        String key() {
            return id == null ? name : id;
        }
    }

    record Attribute(String type, @Nullable List<String> values, boolean loose, @Nullable String in,
                     @Nullable String required, @Nullable String deprecated) {

        AttributeType toType(String name) {
            VersionSet versions = versions(in, VersionSet.ALL);
            VersionSet needed = versions(required, VersionSet.NONE);
            return new AttributeType(name, ValueType.parse(type), values == null ? List.of() : List.copyOf(values),
                    loose, versions, needed, versions(deprecated, VersionSet.NONE));
        }
    }

    record Event(@com.fasterxml.jackson.annotation.JsonProperty("for") Set<String> contexts, @Nullable String in) {

        EventType toType(String name) {
            return new EventType(name, contexts.stream().map(EventType.Context::parse)
                    .collect(Collectors.toUnmodifiableSet()), versions(in, VersionSet.ALL));
        }
    }

    /** The elements by id, connected with each other. */
    Map<String, ElementType> toElements() {
        Map<String, Element> written = new LinkedHashMap<>();
        elements.forEach(each -> written.put(each.key(), each));
        Map<String, ElementType> types = new LinkedHashMap<>();
        written.forEach((key, each) -> types.put(key, element(key, each, written)));
        written.forEach((key, each) -> children(each, written)
                .forEach((name, rule) -> {
                    ElementType parent = known(types, key);
                    parent.add(child(parent.children().size(), name, rule, types));
                }));
        return types;
    }

    private static ElementType element(String key, Element each, Map<String, Element> written) {
        Map<String, Attribute> attributes = each.attributes;
        if (attributes == null && each.like != null) {
            attributes = known(written, each.like).attributes;
        }
        Map<String, AttributeType> types = new LinkedHashMap<>();
        if (attributes != null) {
            attributes.forEach((name, attribute) -> types.put(name, attribute.toType(name)));
        }
        return new ElementType(key, each.name, each.section, each.about,
                each.content == null ? ValueType.ELEMENTS : ValueType.parse(each.content),
                versions(each.deprecated, VersionSet.NONE), types);
    }

    private static Map<String, String> children(Element each, Map<String, Element> written) {
        Map<String, String> own = each.children;
        if (own == null && each.like != null) {
            own = known(written, each.like).children;
        }
        return own == null ? Map.of() : own;
    }

    /** Reads {@code 1 in 4.0-4.1, 1..n in 4.2+ as Other}. */
    private static ChildType child(int index, String name, String rule, Map<String, ElementType> types) {
        int as = rule.indexOf(" as ");
        String target = as < 0 ? name : rule.substring(as + 4);
        var cardinality = new ArrayList<Cardinality>();
        for (String part : (as < 0 ? rule : rule.substring(0, as)).split(", ")) {
            int in = part.indexOf(" in ");
            cardinality.add(in < 0 ? new Cardinality(VersionSet.ALL, Occurs.parse(part))
                    : new Cardinality(VersionSet.parse(part.substring(in + 4)), Occurs.parse(part.substring(0, in))));
        }
        return new ChildType(index, name, known(types, target), List.copyOf(cardinality));
    }

    private static <T> T known(Map<String, T> all, String key) {
        return Objects.requireNonNull(all.get(key), () -> "The catalogue has no “" + key + "”.");
    }

    private static VersionSet versions(@Nullable String text, VersionSet otherwise) {
        return text == null ? otherwise : VersionSet.parse(text);
    }
}
