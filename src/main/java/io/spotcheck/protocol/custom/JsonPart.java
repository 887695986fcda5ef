package io.spotcheck.protocol.custom;

import io.spotcheck.json.JsonElement;
import io.spotcheck.resolution.Location;
import java.util.List;
import java.util.Optional;

/** A part of an answer in JSON. */
record JsonPart(JsonElement element) implements Part {

    private static final String FROM_ROOT = "#";

    @Override
    public List<Part> all(String place) {
        return at(place).map(found -> switch (found.kind()) {
            case ARRAY -> found.items().stream().<Part>map(JsonPart::new).toList();
            case NULL -> List.<Part>of();
            case STRING -> found.text().isBlank() ? List.<Part>of() : List.<Part>of(new JsonPart(found));
            default -> List.<Part>of(new JsonPart(found));
        }).orElse(List.of());
    }

    @Override
    public boolean lacks(String place) {
        return at(place).isEmpty();
    }

    @Override
    public Optional<String> text() {
        return Optional.of(element.text().strip()).filter(text -> !text.isEmpty());
    }

    @Override
    public Location location() {
        return element.location();
    }

    @Override
    public Location nearest(String place) {
        String pointer = place.startsWith(FROM_ROOT) ? place.substring(1) : place;
        JsonElement from = origin(place);
        Optional<JsonElement> found = from.at(pointer);
        while (found.isEmpty() && !pointer.isEmpty()) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
            found = from.at(pointer);
        }
        return found.orElse(from).location();
    }

    private Optional<JsonElement> at(String place) {
        return origin(place).at(place.startsWith(FROM_ROOT) ? place.substring(1) : place);
    }

    private JsonElement origin(String place) {
        JsonElement from = element;
        while (place.startsWith(FROM_ROOT) && from.parent().isPresent()) {
            from = from.parent().get();
        }
        return from;
    }
}
