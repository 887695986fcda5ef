package io.spotcheck.macro;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values for macros, by name without brackets. Values are plain; the engine encodes them. Immutable. */
public final class MacroValues {

    private static final MacroValues NONE = new MacroValues(Map.of());

    private final Map<String, MacroValue> values;

    /** Values that are plain texts, in the order of the map. */
    public MacroValues(Map<String, String> byName) {
        values = new LinkedHashMap<>();
        byName.forEach((name, text) -> values.put(name, new MacroValue.Text(text)));
    }

    private MacroValues(Map<String, MacroValue> before, Map<String, MacroValue> after) {
        values = new LinkedHashMap<>(before);
        values.putAll(after);
    }

    /** No values; only the macros that the engine fills by itself. */
    public static MacroValues none() {
        return NONE;
    }

    /** These values and one more, which replaces one of the same name. */
    public MacroValues with(String name, String value) {
        return with(name, new MacroValue.Text(value));
    }

    /** These values and a list, which replaces a value of the same name. */
    public MacroValues with(String name, List<String> elements) {
        return with(name, new MacroValue.Elements(elements));
    }

    /** These values and one more, which replaces one of the same name. */
    public MacroValues with(String name, MacroValue value) {
        return new MacroValues(values, Map.of(name, value));
    }

    /** These values, of which this one is known and must not be shared (VAST 4.3 §6.1). */
    public MacroValues withheld(String name) {
        return with(name, new MacroValue.Withheld());
    }

    /** These values and all of the others, which replace those of the same name. */
    public MacroValues with(MacroValues others) {
        return others.values.isEmpty() ? this : new MacroValues(values, others.values);
    }

    /** The value of a macro as plain text. */
    public Optional<String> value(String name) {
        return valueOf(name).map(MacroValue::text);
    }

    /** The value of a macro. */
    public Optional<MacroValue> valueOf(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** All values as plain texts, by name. */
    public Map<String, String> byName() {
        return Collections.unmodifiableMap(values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                e -> e.getValue().text(), (one, other) -> other, LinkedHashMap::new)));
    }

    /** All values, by name. */
    public Map<String, MacroValue> all() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MacroValues same && values.equals(same.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values);
    }

    @Override
    public String toString() {
        return byName().toString();
    }
}
