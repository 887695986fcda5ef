package io.spotcheck.cli;

import io.spotcheck.orchestrator.OrchestratorConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamConfig;
import io.spotcheck.validation.DocumentValidator;
import io.spotcheck.workspace.Profile;
import io.spotcheck.workspace.ProfileFile;
import io.spotcheck.workspace.ProfileFormat;
import io.spotcheck.xml.XmlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a profile of what a person gave as the source: a profile file, a tag's address, a file, or {@code -}. */
final class SourceArgument {

    private static final String STDIN = "-";
    private static final String STDIN_URL = "memory://stdin";
    private static final Pattern UPSTREAM = Pattern.compile("(?m)^[\"']?upstream[\"']?\\s*:");

    private SourceArgument() {
    }

    /**
     * The profile for a source. Paths in it are relative to the folder of its file.
     *
     * @throws CommandFailure                                     if there is no such thing
     * @throws io.spotcheck.orchestrator.ConfigurationException if it is a profile that is wrong
     */
    static ProfileFile read(String source, InputStream stdin) {
        if (source.equals(STDIN)) {
            return pasted(stdin);
        }
        if (source.isBlank()) {
            throw new CommandFailure(Messages.text("source.blank"));
        }
        if (isAddress(source)) {
            return tag(source);
        }
        if (source.contains("://")) {
            throw new CommandFailure(Messages.text("source.protocol", source));
        }
        Path file = path(source);
        if (Files.isDirectory(file)) {
            throw new CommandFailure(Messages.text("source.folder", source));
        }
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(Messages.text(looksLikeAddress(source) ? "source.scheme" : "source.missing",
                    source));
        }
        return isProfile(file) ? profile(file, ProfileFormat.read(file))
                : profile(file, Profile.of(source, config(protocol(text(file)),
                        UpstreamConfig.file(file.toAbsolutePath().toString()))));
    }

    private static ProfileFile pasted(InputStream stdin) {
        String text;
        try {
            text = XmlText.decode(stdin.readAllBytes(), Optional.empty());
        } catch (IOException unreadable) {
            throw new CommandFailure(Messages.text("source.stdin", unreadable.getMessage()), unreadable);
        }
        if (isAddress(text.strip()) && text.strip().lines().count() == 1) {
            return tag(text.strip());
        }
        if (isProfile(text)) {
            return profile(Path.of("stdin"), ProfileFormat.parse(text, "stdin"));
        }
        return profile(Path.of("stdin"), Profile.of("stdin",
                config(protocol(text), UpstreamConfig.memory(STDIN_URL, text))));
    }

    private static ProfileFile tag(String url) {
        return profile(Path.of("tag"), Profile.of(url, config(Optional.empty(), UpstreamConfig.http(url))));
    }

    private static ProfileFile profile(Path file, Profile profile) {
        return new ProfileFile(file.toAbsolutePath().normalize(), "", new ProfileFile.Readable(profile));
    }

    /** The protocol of a document that is at hand; where it does not tell, the standard one is spoken. */
    private static Optional<String> protocol(String text) {
        return switch (DocumentValidator.recognise(text)) {
            case VMAP -> Optional.of("vmap");
            case OPENRTB_RESPONSE -> Optional.of("openrtb");
            case OPENRTB_REQUEST -> throw new CommandFailure(Messages.text("source.request"));
            case VAST, NATIVE, UNKNOWN -> Optional.empty();
        };
    }

    private static OrchestratorConfig config(Optional<String> protocol, UpstreamConfig upstream) {
        return new OrchestratorConfig(protocol, upstream, Optional.empty(), Optional.empty(),
                Optional.empty(), Map.of());
    }

    /** JSON can be an ad server's answer, too: a configuration is known by its upstream. */
    private static boolean isProfile(Path file) {
        return ProfileFile.isNamedAsOne(file) || file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json")
                && text(file).contains("\"upstream\"");
    }

    /** A profile that has no file's name to tell: its upstream stands at the start of a line, or in braces. */
    private static boolean isProfile(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") ? text.contains("\"upstream\"")
                : !start.startsWith("<") && UPSTREAM.matcher(text).find();
    }

    private static String text(Path file) {
        try {
            return XmlText.decode(Files.readAllBytes(file), Optional.empty());
        } catch (IOException unreadable) {
            throw new CommandFailure(Messages.text("source.unreadable", file, unreadable.getMessage()), unreadable);
        }
    }

    private static boolean isAddress(String source) {
        return source.regionMatches(true, 0, "http://", 0, 7) || source.regionMatches(true, 0, "https://", 0, 8);
    }

    private static boolean looksLikeAddress(String source) {
        return source.matches("(?i)(//)?[a-z0-9-]+(\\.[a-z0-9-]+)*(\\.[a-z]{2,}|:\\d+)(/.*)?(\\?.*)?")
                && source.contains("/");
    }

    private static Path path(String source) {
        try {
            return Path.of(source);
        } catch (InvalidPathException notAPath) {
            throw new CommandFailure(Messages.text("source.missing", source), notAPath);
        }
    }
}
