package io.spotcheck.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real documents that nobody here wrote, and the official schemas. They lie beside this project, or nowhere. */
public final class Corpus {

    /** Where the official schemas are. */
    public static final Path SCHEMAS = folder("schema");

    private Corpus() {
    }

    /** One of its folders; it need not be there. */
    public static Path folder(String name) {
        return Path.of("..", "shared", "corpus", name);
    }

    /** Skips what is being tested, with a plain message, where there is no such folder. */
    public static void assumeFolder(String name) {
        assumeTrue(Files.isDirectory(folder(name)),
                "The corpus of real files (" + name + ") is not beside this folder: skipped.");
    }

    /**
     * The files of a folder and of the folders in it, in order.
     *
     * @param ending how their names end
     */
    public static List<Path> files(String name, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder(name))) {
            return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }
}
