package io.spotcheck;

import java.nio.file.Path;
import java.util.Optional;

/** The window, as far as the entry point knows it. */
@FunctionalInterface
interface Desktop {

    /**
     * Opens the window and returns when it is closed.
     *
     * @param start the profile or workspace to open first; the sample workspace when empty
     * @throws RuntimeException if this machine cannot show a window
     */
    void open(Optional<Path> start);
}
