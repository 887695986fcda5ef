package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.json.JsonMember;
import io.spotcheck.protocol.openrtb.catalogue.FieldType;
import io.spotcheck.protocol.openrtb.catalogue.ObjectType;
import io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each field of a complete document left out, of another type, or of an unlisted value. */
final class CatalogueFaults {

    /**
     * A document with one fault.
     *
     * @param rule     the rule that must find it
     * @param document the complete document that has been spoilt
     * @param text     the document
     * @param path     where the finding must be
     */
    record Fault(String rule, String document, String text, String path) {

        @Override
        public String toString() {
            return rule + " at " + path + " of " + document;
        }
    }

    private static final List<Integer> UNLISTED = List.of(499, -9);

    private final String document;
    private final JsonNode whole;
    private final List<Fault> faults = new ArrayList<>();

    private CatalogueFaults(String document) {
        this.document = document;
        whole = JsonMapper.shared().readTree(RtbSamples.text(document));
    }

    static List<Fault> in(String document) {
        var faults = new CatalogueFaults(document);
        JsonElement root = RtbSamples.json(RtbSamples.text(document));
        RtbKind kind = RtbDocument.of(root).orElseThrow().kind();
        faults.spoil(root, RtbCatalogue.standard().object(kind.object()));
        return faults.faults;
    }

    private void spoil(JsonElement object, ObjectType type) {
        for (JsonMember member : object.members()) {
            type.field(member.name()).ifPresent(field -> spoil(object, member.value(), field, type));
        }
    }

    private void spoil(JsonElement object, JsonElement value, FieldType field, ObjectType type) {
        if (field.isRequired()) {
            JsonNode copy = whole.deepCopy();
            ((ObjectNode) copy.at(object.pointer())).remove(field.name());
            add(CatalogueRules.missing(type, field), copy, object.pointer());
        }
        if (field.isArray()) {
            replaced("ORTB-TYPE-ARRAY", object.pointer(), field.name(), "\"?\"");
            // Of plain values one tells as much as all of them.
            value.items().stream().limit(field.object().isPresent() ? Integer.MAX_VALUE : 1)
                    .forEach(item -> item(item, field));
        } else if (value.kind() != JsonElement.Kind.NULL) {
            item(value, field);
        }
    }

    private void item(JsonElement value, FieldType field) {
        JsonElement parent = value.parent().orElseThrow();
        String name = field.isArray() ? value.pointer().substring(parent.pointer().length() + 1) : field.name();
        switch (field.kind()) {
            case STRING -> replaced("ORTB-TYPE-STRING", parent.pointer(), name, "7");
            case INTEGER -> {
                replaced("ORTB-TYPE-INTEGER", parent.pointer(), name, "1.5");
                replaced("ORTB-TYPE-QUOTED", parent.pointer(), name, "\"1\"");
                field.list().ifPresent(list -> UNLISTED.stream().filter(n -> !list.allows(n)).findFirst().ifPresent(n ->
                        replaced(CatalogueRules.unlisted(list), parent.pointer(), name, "" + n)));
            }
            case NUMBER -> replaced("ORTB-TYPE-NUMBER", parent.pointer(), name, "\"?\"");
            case FLAG -> replaced("ORTB-TYPE-FLAG", parent.pointer(), name, "true");
            case ANY_OBJECT -> replaced("ORTB-TYPE-OBJECT", parent.pointer(), name, "\"?\"");
            case OBJECT -> {
                replaced("ORTB-TYPE-OBJECT", parent.pointer(), name, "\"?\"");
                spoil(value, field.object().orElseThrow());
            }
        }
    }

    private void replaced(String rule, String parent, String name, String json) {
        JsonNode copy = whole.deepCopy();
        JsonNode value = JsonMapper.shared().readTree(json);
        switch (copy.at(parent)) {
            case ObjectNode object -> object.set(name, value);
            case ArrayNode array -> array.set(Integer.parseInt(name), value);
            default -> throw new IllegalStateException(parent);
        }
        add(rule, copy, parent + "/" + name);
    }

    private void add(String rule, JsonNode spoilt, String path) {
        faults.add(new Fault(rule, document, spoilt.toPrettyString(), path));
    }
}
