package io.spotcheck.resolution;

import java.util.Objects;

/**
 * A place in a document.
 *
 * @param line   the line, from 1
 * @param column the column in characters, from 1
 * @param path   the path of the element or value, such as {@code /VAST/Ad[1]/InLine}, or a JSON pointer
 */
public record Location(int line, int column, String path) {

    /** Checks that the position can exist. */
    public Location {
        Objects.requireNonNull(path, "path");
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column count from 1, not " + line + ":" + column);
        }
    }

    @Override
    public String toString() {
        return line + ":" + column + (path.isEmpty() ? "" : " " + path);
    }
}
