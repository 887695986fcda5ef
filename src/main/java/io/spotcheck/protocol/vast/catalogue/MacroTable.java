package io.spotcheck.protocol.vast.catalogue;

import io.spotcheck.macro.MacroContext;
import io.spotcheck.macro.MacroFormat;
import io.spotcheck.macro.MacroRule;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.macro.MacroVocabulary;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The macros of VAST, names that other systems use for them, and what Spotcheck's own player has to say. Immutable;
 * read once from {@code macros.yaml}.
 */
public final class MacroTable implements MacroVocabulary {

    private final Map<String, MacroType> macros;
    private final Map<String, String> legacy;
    private final List<Notation> notations;
    private final MacroValues player;

    private MacroTable(Document document) {
        var types = new LinkedHashMap<String, MacroType>();
        document.macros.forEach((name, macro) -> types.put(name, macro.toType(name)));
        macros = Collections.unmodifiableMap(types);
        legacy = Map.copyOf(document.legacy);
        notations = List.copyOf(document.notations);
        MacroValues values = MacroValues.none();
        for (var entry : document.player.entrySet()) {
            values = values.with(entry.getKey(), entry.getValue());
        }
        player = values;
    }

    private record Document(Map<String, Macro> macros, Map<String, List<String>> player, List<Notation> notations,
                            Map<String, String> legacy) {
    }

    private record Macro(Set<String> contexts, String in, @Nullable String deprecated,
                         @Nullable List<String> instead, @Nullable String format, @Nullable Object list,
                         @Nullable Boolean required, @Nullable List<String> values, @Nullable List<String> from) {

        MacroType toType(String name) {
            var rule = new MacroRule(name, contexts.stream().map(MacroContext::parse)
                    .collect(Collectors.toUnmodifiableSet()), format == null ? MacroFormat.TEXT
                    : MacroFormat.parse(format), list != null, list instanceof Integer number
                    ? OptionalInt.of(number) : OptionalInt.empty(), Boolean.TRUE.equals(required),
                    values == null ? List.of() : values);
            return new MacroType(rule, VersionSet.parse(in),
                    deprecated == null ? VersionSet.NONE : VersionSet.parse(deprecated),
                    instead == null ? List.of() : instead, from == null ? List.of() : from);
        }
    }

    /** Reading waits until somebody asks. */
    private static final class Standard {

        private static final MacroTable INSTANCE = new MacroTable(VastData.read("macros.yaml", Document.class));
    }

    /** The table of the versions up to 4.3. */
    public static MacroTable standard() {
        return Standard.INSTANCE;
    }

    /** Every macro. */
    public Collection<MacroType> macros() {
        return macros.values();
    }

    /** One macro by its name without brackets. */
    public Optional<MacroType> macro(String name) {
        return Optional.ofNullable(macros.get(name));
    }

    /** The names of other systems, and the macros that do the same. */
    public Map<String, String> legacy() {
        return legacy;
    }

    /** What Spotcheck says of its own player. */
    public MacroValues player() {
        return player;
    }

    @Override
    public Optional<MacroRule> rule(String name) {
        return macro(name).map(MacroType::rule);
    }

    @Override
    public Optional<String> standardFor(String foreignName) {
        return Optional.ofNullable(legacy.get(foreignName));
    }

    @Override
    public List<Notation> notations() {
        return notations;
    }
}
