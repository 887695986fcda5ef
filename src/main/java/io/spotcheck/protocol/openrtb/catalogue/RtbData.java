package io.spotcheck.protocol.openrtb.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML resources that say what OpenRTB is. Strict: a misspelt name in them fails at once. */
public final class RtbData {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private RtbData() {
    }

    /**
     * Reads one of the resources beside the classes of {@code io.spotcheck.protocol.openrtb}.
     *
     * @param name the folder and name of the file, such as {@code catalogue/lists.yaml}
     */
    public static <T> T read(String name, Class<T> type) {
        try (InputStream in = Objects.requireNonNull(
                RtbData.class.getResourceAsStream("/io/spotcheck/protocol/openrtb/" + name), name)) {
            return YAML.readValue(in, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
