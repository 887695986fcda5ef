package io.spotcheck.desktop.shell;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a folder. The only dialogs of the window are behind this. */
@FunctionalInterface
public interface FilePicker {

    /** The folder that the user chose; empty when nothing was chosen. */
    Optional<Path> folder(String title);
}
