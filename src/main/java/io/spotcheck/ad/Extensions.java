package io.spotcheck.ad;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Deep, immutable copies of free-form values that keep their order. What is null is not there. */
final class Extensions {

    private Extensions() {
    }

    static Map<String, Object> copyOf(Map<String, ?> values) {
        var copy = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> put(copy, name, value));
        return Collections.unmodifiableMap(copy);
    }

    static Map<String, Object> with(Map<String, Object> values, String name, @Nullable Object value) {
        var copy = new LinkedHashMap<>(values);
        put(copy, name, value);
        return Collections.unmodifiableMap(copy);
    }

    private static void put(Map<String, Object> copy, String name, @Nullable Object value) {
        if (value == null) {
            copy.remove(name);
        } else {
            copy.put(name, copyOfValue(value));
        }
    }

    private static Object copyOfValue(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((k, v) -> put(copy, String.valueOf(k), v));
                yield Collections.unmodifiableMap(copy);
            }
            case Collection<?> list -> {
                List<Object> copy = new ArrayList<>(list.size());
                list.stream().filter(Objects::nonNull).forEach(v -> copy.add(copyOfValue(v)));
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
