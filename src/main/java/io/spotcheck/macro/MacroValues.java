package io.spotcheck.macro;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values for macros, by name without brackets. Values are plain; the engine encodes them.
 *
 * @param byName the values
 */
public record MacroValues(Map<String, String> byName) {

    private static final MacroValues NONE = new MacroValues(Map.of());

    /** Copies the map. */
    public MacroValues {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** No values; only the macros that the engine fills by itself. */
    public static MacroValues none() {
        return NONE;
    }

    /** These values and one more, which replaces one of the same name. */
    public MacroValues with(String name, String value) {
        var all = new LinkedHashMap<>(byName);
        all.put(name, value);
        return new MacroValues(all);
    }

    /** These values and all of the others, which replace those of the same name. */
    public MacroValues with(MacroValues others) {
        var all = new LinkedHashMap<>(byName);
        all.putAll(others.byName);
        return new MacroValues(all);
    }

    /** The value of a macro. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
