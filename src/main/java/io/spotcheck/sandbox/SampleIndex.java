package io.spotcheck.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What {@code assets/tags/index.yaml} says: the samples, and the rules behind some of them. */
record SampleIndex(List<Behaviour> behaviours, List<Sample> samples) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    SampleIndex {
        behaviours = List.copyOf(behaviours);
        samples = List.copyOf(samples);
    }

    /**
     * Reads the index of an assets directory.
     *
     * @throws SandboxException if there is no index, or it cannot be understood
     */
    static SampleIndex read(Path assets) throws SandboxException {
        Path file = assets.resolve("tags").resolve("index.yaml");
        if (!Files.isRegularFile(file)) {
            throw new SandboxException(
                    "The sandbox has nothing to serve: there is no tags/index.yaml in "
                            + assets.toAbsolutePath() + ".");
        }
        try {
            return YAML.readValue(file, SampleIndex.class);
        } catch (JacksonException notUnderstood) {
            throw new SandboxException(
                    "The sandbox cannot read " + file.toAbsolutePath() + ": " + notUnderstood.getOriginalMessage(),
                    notUnderstood);
        }
    }
}
