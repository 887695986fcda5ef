package io.spotcheck.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The protocols that can be spoken: the built-in ones and those of jars on the class path. */
public final class ProtocolHandlers {

    private final Map<String, ProtocolHandlerProvider> byName;

    private ProtocolHandlers(Map<String, ProtocolHandlerProvider> byName) {
        this.byName = byName;
    }

    /**
     * Looks for all providers on the class path.
     *
     * @throws java.util.ServiceConfigurationError if a jar names a provider that cannot be made
     */
    public static ProtocolHandlers load() {
        var found = new TreeMap<String, ProtocolHandlerProvider>();
        ServiceLoader.load(ProtocolHandlerProvider.class).forEach(p -> found.putIfAbsent(p.protocol(), p));
        return new ProtocolHandlers(found);
    }

    /** The names of all protocols, in order. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** Who makes the handlers of a protocol. */
    public Optional<ProtocolHandlerProvider> provider(String protocol) {
        return Optional.ofNullable(byName.get(protocol));
    }
}
