package io.spotcheck.protocol.vast.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The macros of VAST, and names that other systems use for them. Immutable; read once from {@code macros.yaml}. */
public final class MacroTable {

    private final Map<String, MacroType> macros;
    private final Map<String, String> legacy;

    private MacroTable(Document document) {
        var types = new LinkedHashMap<String, MacroType>();
        document.macros.forEach((name, macro) -> types.put(name, macro.toType(name)));
        macros = Collections.unmodifiableMap(types);
        legacy = Map.copyOf(document.legacy);
    }

    private record Document(Map<String, Macro> macros, Map<String, String> legacy) {
    }

    private record Macro(Set<String> contexts, String in, @Nullable String deprecated,
                         @Nullable List<String> instead) {

        MacroType toType(String name) {
            return new MacroType(name, contexts.stream().map(MacroType.Context::parse)
                    .collect(Collectors.toUnmodifiableSet()), VersionSet.parse(in),
                    deprecated == null ? VersionSet.NONE : VersionSet.parse(deprecated),
                    instead == null ? List.of() : List.copyOf(instead));
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

    /** The macro of VAST that does what one of another system does. */
    public Optional<String> standardFor(String foreignName) {
        return Optional.ofNullable(legacy.get(foreignName));
    }
}
