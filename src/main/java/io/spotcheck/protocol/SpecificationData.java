package io.spotcheck.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML resources that say what a specification says. Strict: a misspelt name in them fails at once. */
public final class SpecificationData {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private SpecificationData() {
    }

    /**
     * Reads one of the resources beside the classes of a protocol.
     *
     * @param protocol the protocol's package below {@code io.spotcheck.protocol}, such as {@code vast}
     * @param name     the file's name, such as {@code rules.yaml}
     */
    public static <T> T read(String protocol, String name, Class<T> type) {
        try (InputStream in = Objects.requireNonNull(
                SpecificationData.class.getResourceAsStream(protocol + "/" + name), protocol + "/" + name)) {
            return YAML.readValue(in, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
