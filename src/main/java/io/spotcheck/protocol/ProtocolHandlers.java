package io.spotcheck.protocol;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * The protocols that can be spoken: the built-in ones, those of jars on the class path, and those of jars in a folder:
 * {@value #FOLDER_VARIABLE} of the environment, or the system property {@value #FOLDER_PROPERTY}, names it; unless told
 * otherwise it is {@code .spotcheck/handlers} in the user's home. Nobody takes the name of another one.
 */
public final class ProtocolHandlers {

    /** The system property that names the folder of jars. */
    public static final String FOLDER_PROPERTY = "spotcheck.handlers";
    /** The variable of the environment that names the folder of jars, where the property does not. */
    public static final String FOLDER_VARIABLE = "SPOTCHECK_HANDLERS";

    private final Map<String, ProtocolHandlerProvider> byName;
    private final List<String> problems;

    private ProtocolHandlers(Map<String, ProtocolHandlerProvider> byName, List<String> problems) {
        this.byName = byName;
        this.problems = problems;
    }

    /** The jars of the folder, read once: handlers of one jar are of one class. */
    private static final class Installed {

        private static final HandlerJars JARS = HandlerJars.in(HandlerJars.folder(
                Optional.ofNullable(System.getProperty(FOLDER_PROPERTY)),
                Optional.ofNullable(System.getenv(FOLDER_VARIABLE)), System.getProperty("user.home", ".")));
    }

    /**
     * Looks for all providers. What a jar of the folder brings is found when it is looked for first.
     *
     * @throws java.util.ServiceConfigurationError if a jar on the class path names a provider that cannot be made
     */
    public static ProtocolHandlers load() {
        return with(Installed.JARS);
    }

    /** The protocols with those of the jars of another folder. */
    public static ProtocolHandlers load(Path folder) {
        return with(HandlerJars.in(folder));
    }

    private static ProtocolHandlers with(HandlerJars jars) {
        var found = new TreeMap<String, ProtocolHandlerProvider>();
        ServiceLoader.load(ProtocolHandlerProvider.class).forEach(p -> found.putIfAbsent(p.protocol(), p));
        jars.providers().forEach(p -> found.putIfAbsent(p.protocol(), p));
        return new ProtocolHandlers(found, jars.problems());
    }

    /** The names of all protocols, in order. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** Who makes the handlers of a protocol. */
    public Optional<ProtocolHandlerProvider> provider(String protocol) {
        return Optional.ofNullable(byName.get(protocol));
    }

    /** A sentence for each jar of the folder that cannot be used. */
    public List<String> problems() {
        return problems;
    }
}
