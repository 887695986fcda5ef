package io.spotcheck.protocol.vmap.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A complete schedule, and for each rule what it finds and what it leaves alone ({@code samples.yaml}). */
final class RuleSamples {

    /**
     * A rule and two documents.
     *
     * @param found the document in which it finds something
     * @param path  where
     * @param fine  a document in which it finds nothing
     */
    record Sample(String rule, String found, String path, String fine) {

        @Override
        public String toString() {
            return rule;
        }
    }

    private RuleSamples() {
    }

    static String complete() {
        return resource("complete.xml");
    }

    static List<Sample> all() {
        return new YAMLMapper().readTree(resource("samples.yaml")).properties().stream().map(entry -> {
            List<String> parts = entry.getValue().valueStream().map(v -> v.stringValue()).toList();
            return new Sample(entry.getKey(), replaced(parts.get(0), parts.get(1)), parts.get(2),
                    parts.size() > 3 ? replaced(parts.get(3), parts.get(4)) : complete());
        }).toList();
    }

    private static String replaced(String from, String to) {
        if (from.isEmpty()) {
            return to;
        }
        String whole = complete();
        int at = whole.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException("The complete document has no " + from);
        }
        return whole.substring(0, at) + to + whole.substring(at + from.length());
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(RuleSamples.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
