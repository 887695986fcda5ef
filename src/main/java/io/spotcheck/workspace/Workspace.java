package io.spotcheck.workspace;

import io.spotcheck.orchestrator.ConfigFormat;
import io.spotcheck.orchestrator.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of profiles that a team shares. Nothing is kept in memory: every call looks at the files as they are.
 *
 * <p>Its profiles are all {@code .yaml} and {@code .yml} files at any depth, except {@code workspace.yaml},
 * {@code lint.yaml} and what is in {@code environments}, {@code recordings} or a hidden folder.
 */
public final class Workspace {

    /** The file that describes a workspace; it may be missing. */
    public static final String DESCRIPTION_FILE = "workspace.yaml";

    /** The file that says how seriously the rules for documents are taken; it may be missing. */
    public static final String LINT_FILE = "lint.yaml";

    /** The folder of a workspace that holds its environments. */
    public static final String ENVIRONMENTS_FOLDER = "environments";

    private static final Set<String> OTHER_FOLDERS = Set.of(ENVIRONMENTS_FOLDER, "recordings");

    private final Path folder;
    private final String name;

    private Workspace(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** What {@value #DESCRIPTION_FILE} says. */
    private record Description(Optional<String> name, Optional<String> description) {
    }

    /**
     * Opens a folder.
     *
     * @throws ConfigurationException if it is no folder, or its description is wrong
     */
    public static Workspace open(Path folder) {
        Path absolute = real(folder);
        if (!Files.isDirectory(absolute)) {
            throw new ConfigurationException("There is no folder " + folder + ".");
        }
        Path description = absolute.resolve(DESCRIPTION_FILE);
        String folderName = Optional.ofNullable(absolute.getFileName()).orElse(absolute).toString();
        String name = Files.exists(description)
                ? ConfigFormat.read(description, Description.class).name().orElse(folderName) : folderName;
        return new Workspace(absolute, name);
    }

    /**
     * The workspace that a file or folder belongs to: the nearest folder from there upwards with a
     * {@value #DESCRIPTION_FILE}, else the folder itself.
     *
     * @throws ConfigurationException if there is no such file or folder, or the description is wrong
     */
    public static Workspace containing(Path path) {
        Path absolute = real(path);
        Path start = Files.isDirectory(absolute) ? absolute
                : Optional.ofNullable(absolute.getParent()).orElse(absolute);
        for (Path above = start; above != null; above = above.getParent()) {
            if (Files.isRegularFile(above.resolve(DESCRIPTION_FILE))) {
                return open(above);
            }
        }
        return open(start);
    }

    /** Where it is: an absolute path. */
    public Path folder() {
        return folder;
    }

    /** What people call it: as its description says, else the folder's name. */
    public String name() {
        return name;
    }

    /**
     * Its profiles, by group and then by file name. A file that is wrong is among them, with its error.
     *
     * @throws ConfigurationException if the folder cannot be read
     */
    public List<ProfileFile> profiles() {
        return profiles(folder);
    }

    /**
     * Its profiles in one of its folders and below.
     *
     * @param below the folder, absolute or relative to the current directory
     * @throws ConfigurationException if the folder cannot be read
     */
    public List<ProfileFile> profiles(Path below) {
        try (Stream<Path> files = Files.walk(real(below))) {
            return files.filter(this::isProfile)
                    .map(file -> ProfileFile.read(file, group(file)))
                    .sorted(Comparator.comparing(ProfileFile::group).thenComparing(p -> p.file().toString()))
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new ConfigurationException(below + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * The names of its environments, in order.
     *
     * @throws ConfigurationException if their folder cannot be read
     */
    public List<String> environments() {
        Path all = folder.resolve(ENVIRONMENTS_FOLDER);
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(all)) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.substring(0, file.length() - ".yaml".length())).sorted().toList();
        } catch (IOException unreadable) {
            throw new ConfigurationException(all + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * One of its environments.
     *
     * @throws ConfigurationException if there is none of that name, or its file is wrong
     */
    public Environment environment(String environmentName) {
        List<String> names = environments();
        if (!names.contains(environmentName)) {
            throw new ConfigurationException("The workspace “" + name + "” has no environment “" + environmentName
                    + "”" + (names.isEmpty() ? "." : "; it has " + String.join(", ", names) + "."));
        }
        return ConfigFormat.read(folder.resolve(ENVIRONMENTS_FOLDER).resolve(environmentName + ".yaml"),
                Environment.class);
    }

    /**
     * A free path for a new profile, made of its name: {@code Three hops!} in the group {@code vast} goes to
     * {@code vast/three-hops.yaml}, or to {@code vast/three-hops-2.yaml} when there is one already.
     *
     * @param group the folder within the workspace with slashes; empty for the top
     */
    public Path newFile(String group, String profileName) {
        String plain = Normalizer.normalize(profileName, Normalizer.Form.NFD).toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "").replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        String stem = plain.isEmpty() ? "profile" : plain;
        Path target = folder.resolve(group);
        Path file = target.resolve(stem + ".yaml");
        for (int number = 2; Files.exists(file); number++) {
            file = target.resolve(stem + "-" + number + ".yaml");
        }
        return file;
    }

    /**
     * Saves a profile. The file is written whole beside its place and then moved there, so that nobody ever reads
     * half of one, and a failure leaves the old one as it was.
     *
     * @param file the path; folders that are missing are made
     * @throws UncheckedIOException if it cannot be written
     */
    public ProfileFile save(Path file, Profile profile) {
        Path target = real(folder.resolve(file));
        try {
            WholeFile.write(target, ProfileFormat.write(profile).getBytes(StandardCharsets.UTF_8));
            return ProfileFile.read(target, group(target));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Without links, so that the places of a workspace and its files can be compared. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            if (Files.exists(absolute)) {
                return absolute.toRealPath();
            }
            Path parent = absolute.getParent();
            return parent != null && Files.exists(parent) ? parent.toRealPath().resolve(absolute.getFileName())
                    : absolute;
        } catch (IOException unreadable) {
            return absolute;
        }
    }

    private boolean isProfile(Path file) {
        Path relative = folder.relativize(file);
        for (Path part : relative) {
            if (part.toString().startsWith(".") || OTHER_FOLDERS.contains(part.toString())) {
                return false;
            }
        }
        return ProfileFile.isNamedAsOne(file)
                && !relative.toString().equals(DESCRIPTION_FILE) && !relative.toString().equals(LINT_FILE)
                && Files.isRegularFile(file);
    }

    private String group(Path file) {
        Path parent = folder.relativize(file.toAbsolutePath().normalize()).getParent();
        return parent == null ? "" : parent.toString().replace('\\', '/');
    }
}
