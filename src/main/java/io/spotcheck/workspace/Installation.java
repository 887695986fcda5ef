package io.spotcheck.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder in which the product was put, with the samples that come with it.
 *
 * @param home the folder that holds {@code assets} and {@code profiles}
 */
public record Installation(Path home) {

    /** The system property that names the folder; the packaged product sets it. */
    public static final String HOME_PROPERTY = "spotcheck.home";

    /**
     * Finds the installation: where {@value #HOME_PROPERTY} says, else in the current directory or the nearest one
     * above it that has both {@code assets} and {@code profiles}. Empty when there is none.
     */
    public static Optional<Installation> find() {
        return find(Optional.ofNullable(System.getProperty(HOME_PROPERTY)), Path.of(""));
    }

    static Optional<Installation> find(Optional<String> told, Path current) {
        Optional<Installation> there = told.filter(t -> !t.isBlank()).map(Path::of).map(Path::toAbsolutePath)
                .filter(Installation::isHome).map(Installation::new);
        return there.or(() -> upwards(current.toAbsolutePath().normalize()));
    }

    private static Optional<Installation> upwards(Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (isHome(folder)) {
                return Optional.of(new Installation(folder));
            }
        }
        return Optional.empty();
    }

    private static boolean isHome(Path folder) {
        return Files.isDirectory(folder.resolve("assets")) && Files.isDirectory(folder.resolve("profiles"));
    }

    /** The sample tags and creatives, and the icons. */
    public Path assets() {
        return home.resolve("assets");
    }

    /** The sample workspace. */
    public Path profiles() {
        return home.resolve("profiles");
    }
}
