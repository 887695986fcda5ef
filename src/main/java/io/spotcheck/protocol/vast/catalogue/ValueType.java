package io.spotcheck.protocol.vast.catalogue;

import java.util.Locale;

/** What kind of value an attribute or the text of an element holds. */
public enum ValueType {
    /** Any text. */
    STRING("text"),
    /** An address. */
    URI("a URI"),
    /** A media type such as {@code video/mp4}. */
    MIME("a MIME type such as video/mp4"),
    /** A whole number. */
    INTEGER("a whole number"),
    /** A whole number above zero. */
    POSITIVE("a whole number above zero"),
    /** A number with or without a fraction. */
    DECIMAL("a number"),
    /** Yes or no. */
    BOOLEAN("true or false"),
    /** A time such as {@code 00:00:30} or {@code 00:00:30.500}. */
    TIME("a time in the form HH:MM:SS or HH:MM:SS.mmm"),
    /** A time, or a share of the duration such as {@code 25%}. */
    OFFSET("a time in the form HH:MM:SS or HH:MM:SS.mmm, or a percentage such as 25%"),
    /** A version of VAST. */
    VERSION("a version of VAST such as 4.2"),
    /** The three letters of a currency. */
    CURRENCY("the three letters of a currency, such as USD"),
    /** A language such as {@code en} or {@code zh-TW}. */
    LANGUAGE("a language such as en or zh-TW"),
    /** A distance from the left in pixels, or a side. */
    X("a number of pixels, or left or right"),
    /** A distance from the top in pixels, or a side. */
    Y("a number of pixels, or top or bottom"),
    /** The name of an event. */
    EVENT("an event"),
    /** One of some words. */
    ENUM("one of some words"),
    /** Elements, and no text. */
    ELEMENTS("elements only"),
    /** Anything. */
    ANY("anything");

    private final String description;

    ValueType(String description) {
        this.description = description;
    }

    static ValueType parse(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** What is expected, in words that complete “write …”. */
    public String description() {
        return description;
    }
}
