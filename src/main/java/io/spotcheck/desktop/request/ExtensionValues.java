package io.spotcheck.desktop.request;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values of extensions as a person writes them: JSON where it is JSON, plain text otherwise. */
final class ExtensionValues {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ExtensionValues() {
    }

    /** The value of a text; {@code 5}, {@code true}, {@code [1, 2]} and {@code {"a": 1}} are what they look like. */
    static Object parse(String text) {
        try {
            Object value = JSON.readValue(text, Object.class);
            return value == null ? text : value;
        } catch (JacksonException plainText) {
            return text;
        }
    }

    /** The text of a value, such that {@link #parse} gives it back. */
    static String write(Object value) {
        boolean readsBack = value instanceof String text && parse(text).equals(text);
        return readsBack ? (String) value : JSON.writeValueAsString(value);
    }
}
