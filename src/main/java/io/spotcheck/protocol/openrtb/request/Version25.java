package io.spotcheck.protocol.openrtb.request;

import io.spotcheck.protocol.openrtb.catalogue.FieldType;
import io.spotcheck.protocol.openrtb.catalogue.ObjectType;
import io.spotcheck.protocol.openrtb.catalogue.Release;
import io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a bid request as OpenRTB 2.5 has it: a later field goes where exchanges carried it before there was one, to
 * {@code ext} or to the field that it has replaced; what has no such place is left out.
 */
final class Version25 {

    private static final String EXT = "ext";
    private static final String SLOT = "slotinpod";
    /** What 2.5 called the place of an ad among others; first or last cannot be said by it. */
    private static final String SEQUENCE = "sequence";

    private final Set<String> leftOut = new LinkedHashSet<>();

    private Version25() {
    }

    /**
     * Rewrites a request.
     *
     * @return the paths of what has been left out, such as {@code imp[].qty}
     */
    static Set<String> rewrite(Map<String, Object> request) {
        var version = new Version25();
        version.object(request, RtbCatalogue.standard().object("BidRequest"), "");
        return version.leftOut;
    }

    private void object(Map<String, Object> object, ObjectType type, String path) {
        for (String name : List.copyOf(object.keySet())) {
            Optional<FieldType> field = type.field(name);
            if (field.isEmpty()) {
                continue;
            }
            if (field.get().since() == Release.OPENRTB_2_5) {
                field.get().object().ifPresent(inner -> below(object.get(name), inner, path + name));
            } else {
                move(object, name, type, path);
            }
        }
    }

    private void below(Object value, ObjectType type, String path) {
        if (value instanceof List<?> items) {
            items.forEach(item -> below(item, type, path + "[]"));
        } else if (value instanceof Map<?, ?>) {
            object(JsonMaps.asObject(value), type, path + ".");
        }
    }

    private void move(Map<String, Object> object, String name, ObjectType type, String path) {
        Object value = object.remove(name);
        Optional<String> before = type.exts().entrySet().stream().filter(e -> e.getValue().equals(name))
                .map(Map.Entry::getKey).findFirst();
        if (before.isPresent()) {
            if (!(object.get(EXT) instanceof Map<?, ?>)) {
                object.put(EXT, new LinkedHashMap<String, Object>());
            }
            JsonMaps.asObject(object.get(EXT)).putIfAbsent(before.get(), value);
        } else if (name.equals(SLOT) && value instanceof Number number && number.intValue() >= 0
                && number.intValue() <= 1) {
            object.putIfAbsent(SEQUENCE, value);
        } else {
            leftOut.add(path + name);
        }
    }
}
