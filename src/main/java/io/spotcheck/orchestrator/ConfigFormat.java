package io.spotcheck.orchestrator;

import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * How configurations and profiles are written down: YAML, of which JSON is a part. Strict: a name that is not known
 * is an error, because it is mostly a known one misspelt.
 */
public final class ConfigFormat {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            // As the records declare them: the order in which people write them.
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(
                    com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY))
            .addModule(new SimpleModule()
                    .addSerializer(new DurationWriter())
                    .addDeserializer(Duration.class, new DurationReader())
                    .addSerializer(new EnumWriter()))
            .build();

    private ConfigFormat() {
    }

    /**
     * Reads a file.
     *
     * @throws ConfigurationException if it cannot be read or is wrong; it says where
     */
    public static <T> T read(Path file, Class<T> type) {
        return parse(text(file), file.getFileName().toString(), type);
    }

    /**
     * The text of a file.
     *
     * @throws ConfigurationException if it cannot be read
     */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new ConfigurationException("There is no file " + file + ".", missing);
        } catch (CharacterCodingException notText) {
            throw new ConfigurationException(file + " is not text in UTF-8.", notText);
        } catch (IOException unreadable) {
            throw new ConfigurationException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * Reads a text.
     *
     * @param name what the text is called in errors
     * @throws ConfigurationException if it is wrong; it says where
     */
    public static <T> T parse(String text, String name, Class<T> type) {
        try {
            T value = YAML.readValue(text, type);
            if (value == null) {
                throw new ConfigurationException(name + " is empty.");
            }
            return value;
        } catch (JacksonException wrong) {
            throw new ConfigurationException(new ConfigProblem(text, wrong).sentence(name), wrong);
        }
    }

    /** Writes a value so that {@link #parse} reads it. */
    public static String write(Object value) {
        return YAML.writeValueAsString(value);
    }

    private static final class DurationReader extends StdDeserializer<Duration> {

        /** Fields about content and ads rather than about how long somebody waits. */
        private static final Set<String> CONTENT_TIMES = Set.of("contentDuration", "playheadPosition", "duration");

        DurationReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser in, DeserializationContext context) {
            String text = in.getString();
            boolean ofContent = Optional.ofNullable(in.currentName()).filter(CONTENT_TIMES::contains).isPresent();
            try {
                return ofContent ? Quantities.parseTime(text) : Quantities.parseDuration(text);
            } catch (IllegalArgumentException wrong) {
                return (Duration) context.handleWeirdStringValue(Duration.class, text,
                        "write " + (ofContent ? Quantities.TIME_FORMS : Quantities.DURATION_FORMS));
            }
        }
    }

    private static final class DurationWriter extends StdSerializer<Duration> {

        DurationWriter() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration value, JsonGenerator out, SerializationContext context) {
            out.writeString(Quantities.format(value));
        }
    }

    /** Enumerations are written in lower case, as people write them. */
    @SuppressWarnings("rawtypes")
    private static final class EnumWriter extends StdSerializer<Enum> {

        EnumWriter() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.name().toLowerCase(Locale.ROOT));
        }
    }
}
