package io.spotcheck.protocol.openrtb.lint;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.spotcheck.protocol.openrtb.catalogue.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The schemas of OpenRTB 2.5 and 2.6-202606; there is none of Native. */
final class RtbSchemas {

    private static final Map<RtbKind, String> NAMES = Map.of(RtbKind.REQUEST, "request", RtbKind.RESPONSE, "response");

    private final Map<String, Schema> schemas = new HashMap<>();

    RtbSchemas(Path folder) {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (Release release : List.of(Release.OPENRTB_2_5, Release.OPENRTB_2_6_202606)) {
            NAMES.forEach((kind, name) -> schemas.put(key(release, kind), registry.getSchema(
                    read(folder.resolve("openrtb-" + release.label() + "-bid-" + name + ".schema.json")))));
        }
    }

    /**
     * What the schema has against a document, but for {@code video.skip}: in its description, 2.6 points to the list of
     * creative attributes, and its schema takes them for the values of the field, which are 0 and 1 (2.6 §3.2.7).
     */
    List<String> errors(String document, Release release, RtbKind kind) {
        return schemas.get(key(release, kind)).validate(document, InputFormat.JSON).stream()
                .filter(error -> !error.getInstanceLocation().toString().endsWith("/video/skip"))
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage()).toList();
    }

    private static String key(Release release, RtbKind kind) {
        return release.label() + " " + kind;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
