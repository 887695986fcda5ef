package io.spotcheck.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of {@code assets/creatives}, without those of its folders. */
record Creatives(Path directory) {
    /** Finds the file with exactly that name; a name that leads anywhere else is no file of the directory. */
    Optional<Path> find(String name) throws IOException {
        return all().stream().filter(file -> file.getFileName().toString().equals(name)).findFirst();
    }

    List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".md")).sorted()
                    .toList();
        }
    }
}
