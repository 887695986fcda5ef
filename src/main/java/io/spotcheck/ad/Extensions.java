package io.spotcheck.ad;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deep, immutable copies of free-form values that keep their order. */
final class Extensions {

    private Extensions() {
    }

    static Map<String, Object> copyOf(Map<String, ?> values) {
        var copy = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> copy.put(name, copyOfValue(value)));
        return Collections.unmodifiableMap(copy);
    }

    static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
        var copy = new LinkedHashMap<>(values);
        copy.put(name, copyOfValue(value));
        return Collections.unmodifiableMap(copy);
    }

    private static Object copyOfValue(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((k, v) -> copy.put(String.valueOf(k), copyOfValue(v)));
                yield Collections.unmodifiableMap(copy);
            }
            case Collection<?> list -> {
                List<Object> copy = new ArrayList<>(list.size());
                list.forEach(v -> copy.add(copyOfValue(v)));
                yield Collections.unmodifiableList(copy);
            }
            case CharSequence text -> text.toString();
            case Number number -> number;
            case Boolean flag -> flag;
            default -> throw new IllegalArgumentException(
                    "an extension is text, a number, a boolean, a list or a map, not " + value.getClass().getName());
        };
    }
}
