package io.spotcheck.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes documents from the templates in {@code assets/tags} by filling in what stands between double braces.
 *
 * <p>A template is read anew each time, so that an edited sample serves at once.
 */
final class TagTemplates {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private final Path directory;
    private final URI baseUrl;

    TagTemplates(Path directory, URI baseUrl) {
        this.directory = directory;
        this.baseUrl = baseUrl;
    }

    /** Returns a template with {@code {{sandbox}}} filled in. */
    String document(String template) throws IOException {
        return document(template, Map.of());
    }

    /** Returns a template with {@code {{sandbox}}} and the given values filled in; an unknown name stays as it is. */
    String document(String template, Map<String, String> values) throws IOException {
        return PLACE.matcher(Files.readString(directory.resolve(template))).replaceAll(place -> {
            String name = place.group(1);
            String value = name.equals("sandbox") ? baseUrl.toString() : values.getOrDefault(name, place.group());
            return Matcher.quoteReplacement(value);
        });
    }
}
