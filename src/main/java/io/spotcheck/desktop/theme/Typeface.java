package io.spotcheck.desktop.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/** A typeface that comes with the program, loaded when it is first asked for. */
final class Typeface {

    private static final double ANY_SIZE = 13;

    private final String family;
    private final String otherwise;
    private final String[] files;
    private boolean loaded;
    private boolean usable;

    /**
     * A typeface.
     *
     * @param otherwise the platform's family that stands in when it cannot be loaded
     * @param files     its font files on the class path
     */
    Typeface(String family, String otherwise, String... files) {
        this.family = family;
        this.otherwise = otherwise;
        this.files = files;
    }

    /** The family to name in style sheets. */
    synchronized String family() {
        if (!loaded) {
            loaded = true;
            usable = true;
            for (String file : files) {
                usable &= load(file);
            }
        }
        return usable ? family : otherwise;
    }

    private static boolean load(String file) {
        try (InputStream in = Typeface.class.getResourceAsStream(file)) {
            return in != null && Font.loadFont(in, ANY_SIZE) != null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
