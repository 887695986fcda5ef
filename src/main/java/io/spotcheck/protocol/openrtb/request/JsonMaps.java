package io.spotcheck.protocol.openrtb.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import tools.jackson.databind.json.JsonMapper;

/** JSON objects while they are put together: maps and lists that are merged, and fields at JSON pointers. */
final class JsonMaps {

    private JsonMaps() {
    }

    static String write(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    /** A copy in depth that can be changed. */
    static Map<String, Object> copy(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, Object>();
        present(map).forEach((name, value) -> copy.put(String.valueOf(name), copyOf(value)));
        return copy;
    }

    private static Object copyOf(Object value) {
        return switch (value) {
            case Map<?, ?> map -> copy(map);
            case List<?> list -> {
                var items = new ArrayList<Object>();
                list.stream().filter(Objects::nonNull).forEach(item -> items.add(copyOf(item)));
                yield items;
            }
            default -> value;
        };
    }

    /** What a profile leaves empty is not there (OpenRTB 2.6 §2.3). */
    private static Map<Object, Object> present(Map<?, ?> map) {
        var present = new LinkedHashMap<Object, Object>(map);
        present.values().removeIf(Objects::isNull);
        return present;
    }

    /** The upper laid over the lower: objects member by member, everything else as a whole. */
    static Object merged(Object lower, Object upper) {
        if (lower instanceof Map<?, ?> below && upper instanceof Map<?, ?> above) {
            Map<String, Object> both = copy(below);
            lay(both, above);
            return both;
        }
        return copyOf(upper);
    }

    /** Lays members over those of an object. */
    static void lay(Map<String, Object> target, Map<?, ?> upper) {
        present(upper).forEach((name, value) -> target.merge(String.valueOf(name), copyOf(value), JsonMaps::merged));
    }

    /** Sets the field at a pointer such as {@code /regs/gdpr}; {@code *} stands for every item of a list. */
    static void set(Map<String, Object> root, String pointer, Object value) {
        holders(root, pointer, (holder, name) -> holder.put(name, value));
    }

    /** Hands out the objects that hold the last step of a pointer, made on the way. */
    private static void holders(Map<String, Object> root, String pointer,
                                BiConsumer<Map<String, Object>, String> use) {
        String[] steps = pointer.substring(1).split("/");
        List<Map<String, Object>> here = List.of(root);
        for (int i = 0; i < steps.length - 1; i++) {
            var next = new ArrayList<Map<String, Object>>();
            for (Map<String, Object> object : here) {
                boolean items = steps[i + 1].equals("*");
                if (!items && !(object.get(steps[i]) instanceof Map<?, ?>)) {
                    object.put(steps[i], new LinkedHashMap<String, Object>());
                }
                Object below = object.get(steps[i]);
                if (items && below instanceof List<?> list) {
                    list.forEach(item -> next.add(asObject(item)));
                } else if (!items && below instanceof Map<?, ?>) {
                    next.add(asObject(below));
                }
            }
            if (steps[i + 1].equals("*")) {
                i++;
            }
            here = next;
        }
        here.forEach(holder -> use.accept(holder, steps[steps.length - 1]));
    }

    /** What was copied by {@link #copy} has texts as names and can be changed. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> asObject(Object value) {
        return (Map<String, Object>) value;
    }
}
