package io.spotcheck.protocol.vast.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Every element, attribute and event of VAST 2.0 to 4.3. Immutable; read once from {@code catalogue.yaml}. */
public final class VastCatalogue {

    private final ElementType root;
    private final Map<String, ElementType> elements;
    private final Map<String, List<ElementType>> byName;
    private final Map<String, EventType> events;

    private VastCatalogue(CatalogueDocument document) {
        elements = Collections.unmodifiableMap(document.toElements());
        root = Objects.requireNonNull(elements.get(document.root()), "root");
        var names = new HashMap<String, List<ElementType>>();
        elements.values().forEach(each -> names.computeIfAbsent(each.name(), n -> new ArrayList<>()).add(each));
        names.replaceAll((name, types) -> List.copyOf(types));
        byName = Map.copyOf(names);
        var happenings = new LinkedHashMap<String, EventType>();
        document.events().forEach((name, event) -> happenings.put(name, event.toType(name)));
        events = Collections.unmodifiableMap(happenings);
    }

    /** Reading waits until somebody asks. */
    private static final class Standard {

        private static final VastCatalogue INSTANCE =
                new VastCatalogue(VastData.read("catalogue.yaml", CatalogueDocument.class));
    }

    /** The catalogue of the versions 2.0 to 4.3. */
    public static VastCatalogue standard() {
        return Standard.INSTANCE;
    }

    /** The element {@code VAST}. */
    public ElementType root() {
        return root;
    }

    /** Every element, one for each thing that it can be. */
    public Collection<ElementType> elements() {
        return elements.values();
    }

    /** One element by its id. */
    public Optional<ElementType> element(String id) {
        return Optional.ofNullable(elements.get(id));
    }

    /** What an element of this name can be; empty when no version has one. */
    public List<ElementType> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** The events that {@code Tracking} can name. */
    public Collection<EventType> events() {
        return events.values();
    }

    /** One event. */
    public Optional<EventType> event(String name) {
        return Optional.ofNullable(events.get(name));
    }
}
