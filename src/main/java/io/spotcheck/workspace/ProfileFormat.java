package io.spotcheck.workspace;

import io.spotcheck.orchestrator.ConfigFormat;
import io.spotcheck.orchestrator.ConfigurationException;
import java.nio.file.Path;

/** How profiles are written down: YAML, or JSON, which is a part of it, with strict names. */
public final class ProfileFormat {

    private ProfileFormat() {
    }

    /**
     * Reads a profile. One without a name is called as its file.
     *
     * @throws ConfigurationException if the file cannot be read or is wrong; it says where
     */
    public static Profile read(Path file) {
        return toProfile(ConfigFormat.read(file, ProfileDocument.class), file.getFileName().toString());
    }

    /**
     * Reads a profile from a text.
     *
     * @param fileName what the text is called in errors; its first part is the name of a profile that has none
     * @throws ConfigurationException if the text is wrong; it says where
     */
    public static Profile parse(String text, String fileName) {
        return toProfile(ConfigFormat.parse(text, fileName, ProfileDocument.class), fileName);
    }

    /** Writes a profile so that {@link #parse} reads the same; what is left to its default is not written. */
    public static String write(Profile profile) {
        return ConfigFormat.write(ProfileDocument.of(profile));
    }

    private static Profile toProfile(ProfileDocument document, String fileName) {
        try {
            return document.toProfile(stem(fileName));
        } catch (IllegalArgumentException | NullPointerException wrong) {
            // An extension without a value, or of a kind that requests cannot carry.
            throw new ConfigurationException(fileName + ": an extension or option has no usable value; "
                    + "write text, a number, true or false, a list or a map.", wrong);
        }
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
