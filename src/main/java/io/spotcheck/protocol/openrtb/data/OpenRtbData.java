package io.spotcheck.protocol.openrtb.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML resources that say what OpenRTB is. Strict: a misspelt name in them fails at once. */
public final class OpenRtbData {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private OpenRtbData() {
    }

    /**
     * Reads one of the resources beside the classes of {@code io.spotcheck.protocol.openrtb}.
     *
     * @param name the file's name, such as {@code lists.yaml}
     */
    public static <T> T read(String name, Class<T> type) {
        try (InputStream in = Objects.requireNonNull(
                OpenRtbData.class.getResourceAsStream("/io/spotcheck/protocol/openrtb/" + name), name)) {
            return YAML.readValue(in, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
