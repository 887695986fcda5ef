package io.spotcheck.macro;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a macro's value looks like before it is encoded (VAST 4.3 §6.2). Of a list, what each of its elements does. */
public enum MacroFormat {
    /** Anything. */
    TEXT(".*", "text"),
    /** A whole number. */
    INTEGER("-?\\d+", "a whole number"),
    /** A number. */
    NUMBER("-?\\d+(\\.\\d+)?", "a number"),
    /** Yes or no. */
    FLAG("[01]", "0 or 1"),
    /** A moment of a playback. */
    TIMECODE("\\d{2,}:[0-5]\\d:[0-5]\\d(\\.\\d{3})?", "a time as HH:MM:SS.mmm"),
    /** A moment in the world. */
    TIMESTAMP("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d)",
            "a date and time of ISO 8601 with its zone"),
    /** A universally unique identifier. */
    UUID("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "a UUID"),
    /** An absolute URI; {@code 0} where there can be none. */
    URI("(?s)0|[A-Za-z][A-Za-z0-9+.-]*:.+", "an absolute URI"),
    /** A media type. */
    MEDIA_TYPE("[^/\\s]+/[^/\\s]+", "a media type"),
    /** An identifier in a registry. */
    REGISTRY_ID("(?s)\\S+ .+", "a registry, a blank and a value");

    private final Pattern pattern;
    private final String description;

    MacroFormat(String pattern, String description) {
        this.pattern = Pattern.compile(pattern);
        this.description = description;
    }

    /** The format of this name in tables, such as {@code media-type}. */
    public static MacroFormat parse(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether a value looks like this. */
    public boolean accepts(String value) {
        return this == TEXT || pattern.matcher(value).matches();
    }

    /** What is expected, for people: {@code a whole number}. */
    public String description() {
        return description;
    }
}
