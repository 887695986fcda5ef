package io.spotcheck.workspace;

import io.spotcheck.orchestrator.ConfigurationException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A file of a workspace that holds a profile, or should.
 *
 * @param file    the absolute path
 * @param group   the folder within the workspace with slashes, such as {@code vast}; empty at the top
 * @param content what is in it
 */
public record ProfileFile(Path file, String group, Content content) {

    /** What is in the file of a profile. */
    public sealed interface Content {
    }

    /**
     * The file is in order.
     *
     * @param profile the profile in it
     */
    public record Readable(Profile profile) implements Content {
    }

    /**
     * The file cannot be read or is wrong.
     *
     * @param error one plain sentence with the place
     */
    public record Broken(String error) implements Content {
    }

    /** Whether a file has the name of a profile; what is in it is another question. */
    public static boolean isNamedAsOne(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** Reads a file that stands alone. Never throws for what is in it. */
    public static ProfileFile read(Path file) {
        return read(file, "");
    }

    static ProfileFile read(Path file, String group) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            return new ProfileFile(absolute, group, new Readable(ProfileFormat.read(file)));
        } catch (ConfigurationException wrong) {
            return new ProfileFile(absolute, group, new Broken(wrong.getMessage()));
        }
    }

    /** The profile, when the file is in order. */
    public Optional<Profile> profile() {
        return content instanceof Readable readable ? Optional.of(readable.profile()) : Optional.empty();
    }

    /** Why there is no profile, in one plain sentence with the place. */
    public Optional<String> error() {
        return content instanceof Broken broken ? Optional.of(broken.error()) : Optional.empty();
    }

    /** The profile's name; the file's when it is broken. */
    public String name() {
        return profile().map(Profile::name).orElse(file.getFileName().toString());
    }

    /** What the paths in the profile are relative to. */
    public Path folder() {
        return Optional.ofNullable(file.getParent()).orElse(file);
    }
}
