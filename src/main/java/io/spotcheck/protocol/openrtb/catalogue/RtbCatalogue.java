package io.spotcheck.protocol.openrtb.catalogue;

import io.spotcheck.protocol.SpecificationData;
import io.spotcheck.protocol.openrtb.catalogue.Release.Family;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every object, field and list of OpenRTB 2.5 and 2.6 and of Native. Immutable, read once. */
public final class RtbCatalogue {

    private final Map<String, ListType> lists;
    private final ListType lossReasons;
    private final Map<String, ObjectType> objects;

    private RtbCatalogue() {
        var allLists = new LinkedHashMap<String, ListType>();
        Lists writtenLists = SpecificationData.read("openrtb", "catalogue/lists.yaml", Lists.class);
        writtenLists.lists.forEach((name, list) -> allLists.put(name, list.toType(name)));
        lossReasons = writtenLists.lossReasons.toType("LossReason");
        lists = Collections.unmodifiableMap(allLists);
        var allObjects = new LinkedHashMap<String, ObjectType>();
        Map<String, Entry> written = SpecificationData.read("openrtb", "catalogue/objects.yaml", Tables.class).objects;
        written.forEach((name, entry) -> allObjects.put(name, entry.toType(name, written, lists)));
        allObjects.values().forEach(type -> type.fields().forEach(field -> field.connect(allObjects)));
        objects = Collections.unmodifiableMap(allObjects);
    }

    private record Lists(Map<String, ListType.Entry> lists, ListType.Entry lossReasons) {
    }

    private record Tables(Map<String, Entry> objects) {
    }

    private record Entry(String section, @Nullable String like, Map<String, String> fields,
                         @Nullable Map<String, String> exts) {

        ObjectType toType(String name, Map<String, Entry> written, Map<String, ListType> lists) {
            Family family = section.startsWith("N") ? Family.NATIVE : Family.OPENRTB;
            var types = new LinkedHashMap<String, FieldType>();
            if (like != null) {
                Entry model = Objects.requireNonNull(written.get(like), like);
                model.fields.forEach((field, words) ->
                        types.put(field, new FieldType(field, words, Family.OPENRTB, lists)));
            }
            fields.forEach((field, words) -> types.put(field, new FieldType(field, words, family, lists)));
            return new ObjectType(name, family, family == Family.NATIVE ? section.substring(1) : section,
                    Collections.unmodifiableMap(types), exts == null ? Map.of() : Map.copyOf(exts));
        }
    }

    /** Reading waits until somebody asks. */
    private static final class Standard {

        private static final RtbCatalogue INSTANCE = new RtbCatalogue();
    }

    /** The catalogue of OpenRTB 2.5 to 2.6-202606 and Native 1.0 to 1.2. */
    public static RtbCatalogue standard() {
        return Standard.INSTANCE;
    }

    /** Every object. */
    public Collection<ObjectType> objects() {
        return objects.values();
    }

    /**
     * One object.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public ObjectType object(String name) {
        ObjectType type = objects.get(name);
        if (type == null) {
            throw new IllegalArgumentException("There is no object " + name + ".");
        }
        return type;
    }

    /** Why a bid did not win, as bidders are told by a macro; no field takes these values. */
    public ListType lossReasons() {
        return lossReasons;
    }

    /** Every list of values that a field takes. */
    public Collection<ListType> lists() {
        return lists.values();
    }

    /**
     * One list.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public ListType list(String name) {
        ListType list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("There is no list " + name + ".");
        }
        return list;
    }
}
