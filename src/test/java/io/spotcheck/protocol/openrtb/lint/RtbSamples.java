package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.json.JsonReader;
import io.spotcheck.json.MalformedJsonException;
import io.spotcheck.protocol.openrtb.catalogue.Release;
import io.spotcheck.resolution.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Complete documents with nothing wrong, and one sample with one fault for each rule of {@code rules.yaml}. */
final class RtbSamples {

    /** The documents without a fault. */
    static final List<String> COMPLETE = List.of("request-2.5", "request-2.6", "request-dooh", "response",
            "native-request", "native-response");

    private static final RtbLinter LINTER = new RtbLinter();
    private static final JsonReader JSON = new JsonReader();

    private RtbSamples() {
    }

    /**
     * A document with one fault.
     *
     * @param rule     the rule that must find it
     * @param document the complete document, {@code pair} or {@code pair-request} for the response or the request of a
     *                 pair, or a release by which {@code request-2.6} is judged; empty if the text is all of it
     * @param from     what is replaced
     * @param to       what stands there instead
     * @param path     where the finding must be
     */
    record Sample(String rule, String document, String from, String to, String path) {

        List<Finding> findings() {
            return switch (document) {
                case "" -> LINTER.lint(to.equals("DEEP") ? "[".repeat(JsonReader.MAX_DEPTH + 2) : to);
                case "pair" -> LINTER.lint(json(text("request-2.6")), json(spoilt("response")));
                case "pair-request" -> LINTER.lint(json(spoilt("request-2.6")), json(text("response")));
                case "2.5" -> LINTER.lint(json(spoilt("request-2.6")), RtbKind.REQUEST,
                        Optional.of(Release.OPENRTB_2_5));
                case "response-2.5" -> LINTER.lint(json(spoilt("response")), RtbKind.RESPONSE,
                        Optional.of(Release.OPENRTB_2_5));
                default -> LINTER.lint(spoilt(document));
            };
        }

        /** The message by itself, if it is one. */
        Optional<String> message() {
            String text = switch (document) {
                case "" -> to;
                case "pair", "response-2.5" -> spoilt("response");
                case "pair-request", "2.5" -> spoilt("request-2.6");
                default -> spoilt(document);
            };
            try {
                JSON.read(text);
                return Optional.of(text);
            } catch (MalformedJsonException broken) {
                return Optional.empty();
            }
        }

        private String spoilt(String name) {
            String whole = text(name);
            int at = whole.indexOf(from);
            if (at < 0) {
                throw new IllegalArgumentException(rule + ": there is no " + from + " in " + name);
            }
            return whole.substring(0, at) + to + whole.substring(at + from.length());
        }

        @Override
        public String toString() {
            return rule + " in " + document + ": " + to;
        }
    }

    static List<Sample> handWritten() {
        var samples = new ArrayList<Sample>();
        new YAMLMapper().readTree(resource("samples.yaml")).properties().forEach(entry -> {
            List<String> each = entry.getValue().valueStream().map(JsonNode::stringValue).toList();
            samples.add(new Sample(entry.getKey(), each.get(0), each.get(1), each.get(2), each.get(3)));
        });
        return samples;
    }

    static String text(String name) {
        return resource(name + ".json");
    }

    static JsonElement json(String text) {
        try {
            return JSON.read(text);
        } catch (MalformedJsonException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(RtbSamples.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
