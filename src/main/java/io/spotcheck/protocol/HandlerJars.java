package io.spotcheck.protocol;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The jars of a folder that bring protocols of their own. Each has a class loader to itself, so that two of them can
 * hold different versions of one library; all see the classes of the program.
 *
 * @param providers what the jars bring, in the order of their names
 * @param problems  a sentence for each jar that cannot be used
 */
record HandlerJars(List<ProtocolHandlerProvider> providers, List<String> problems) {

    HandlerJars {
        providers = List.copyOf(providers);
        problems = List.copyOf(problems);
    }

    /** The jars of a folder, which need not be there. */
    static HandlerJars in(Path folder) {
        var providers = new ArrayList<ProtocolHandlerProvider>();
        var problems = new ArrayList<String>();
        for (Path jar : jars(folder, problems)) {
            try {
                List<ProtocolHandlerProvider> brought = load(jar);
                providers.addAll(brought);
                if (brought.isEmpty()) {
                    problems.add(jar + " brings no protocol: it has no entry META-INF/services/"
                            + ProtocolHandlerProvider.class.getName() + ".");
                }
            } catch (IOException | ServiceConfigurationError | LinkageError wrong) {
                problems.add(jar + " cannot be loaded: " + wrong.getMessage() + ".");
            }
        }
        return new HandlerJars(providers, problems);
    }

    private static List<Path> jars(Path folder, List<String> problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .sorted(Comparator.comparing(Path::getFileName)).toList();
        } catch (IOException unreadable) {
            problems.add(folder + " cannot be read: " + unreadable.getMessage() + ".");
            return List.of();
        }
    }

    private static List<ProtocolHandlerProvider> load(Path jar) throws IOException {
        // Never closed: its handlers load classes as long as the program runs.
        var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()},
                ProtocolHandlerProvider.class.getClassLoader());
        return ServiceLoader.load(ProtocolHandlerProvider.class, loader).stream()
                // Those of the program itself are found there, too.
                .filter(found -> found.type().getClassLoader() == loader).map(ServiceLoader.Provider::get).toList();
    }

    /** The folder that this process is told of, or {@code .spotcheck/handlers} in the user's home. */
    static Path folder(Optional<String> property, Optional<String> variable, String home) {
        try {
            return property.or(() -> variable).filter(named -> !named.isBlank()).map(Path::of)
                    .orElseGet(() -> Path.of(home, ".spotcheck", "handlers"));
        } catch (InvalidPathException notAPath) {
            return Path.of(home, ".spotcheck", "handlers");
        }
    }
}
