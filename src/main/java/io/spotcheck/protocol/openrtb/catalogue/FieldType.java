package io.spotcheck.protocol.openrtb.catalogue;

import io.spotcheck.protocol.openrtb.catalogue.Release.Family;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object.
 *
 * <p>A class rather than a record, because the type of an object may lead back to it.
 */
public final class FieldType {

    /** What a value is. */
    public enum Kind {
        /** A text. */
        STRING,
        /** A whole number. */
        INTEGER,
        /** A number. */
        NUMBER,
        /** 0 or 1. */
        FLAG,
        /** An object of any content. */
        ANY_OBJECT,
        /** An object of the catalogue. */
        OBJECT
    }

    private static final Map<String, Kind> PLAIN = Map.of("string", Kind.STRING, "integer", Kind.INTEGER, "number",
            Kind.NUMBER, "flag", Kind.FLAG, "object", Kind.ANY_OBJECT);

    private final String name;
    private final Kind kind;
    private final boolean array;
    private final String typeName;
    private @Nullable ObjectType object;
    private Release since;
    private boolean required;
    private boolean recommended;
    private boolean filled;
    private Optional<String> byDefault = Optional.empty();
    private Optional<ListType> list = Optional.empty();
    private Optional<Format> format = Optional.empty();
    private Optional<BigDecimal> min = Optional.empty();
    private Optional<BigDecimal> max = Optional.empty();
    private Optional<Release> until = Optional.empty();
    private Optional<Release> deprecated = Optional.empty();
    private Optional<String> use = Optional.empty();

    /** Reads a field as {@code objects.yaml} has it. */
    FieldType(String name, String written, Family family, Map<String, ListType> lists) {
        String[] words = written.split(" ");
        this.name = name;
        array = words[0].startsWith("[");
        typeName = array ? words[0].substring(1, words[0].length() - 1) : words[0];
        kind = PLAIN.getOrDefault(typeName, Kind.OBJECT);
        since = Release.first(family);
        for (int i = 1; i < words.length; i++) {
            word(words[i], family, lists);
        }
    }

    private void word(String word, Family family, Map<String, ListType> lists) {
        int colon = word.indexOf(':');
        String value = word.substring(colon + 1);
        switch (colon < 0 ? word : word.substring(0, colon)) {
            case "required" -> required = true;
            case "recommended" -> recommended = true;
            case "filled" -> filled = true;
            case "default" -> byDefault = Optional.of(value);
            case "list" -> list = Optional.of(Objects.requireNonNull(lists.get(value), value));
            case "format" -> format = Optional.of(Format.parse(value));
            case "min" -> min = Optional.of(new BigDecimal(value));
            case "max" -> max = Optional.of(new BigDecimal(value));
            case "since" -> since = release(value, family);
            case "until" -> until = Optional.of(release(value, family));
            case "deprecated" -> deprecated = Optional.of(release(value, family));
            case "use" -> use = Optional.of(value);
            default -> throw new IllegalArgumentException(name + " has the unknown word “" + word + "”.");
        }
    }

    private static Release release(String written, Family family) {
        Optional<Release> release = family == Family.NATIVE ? Release.nativeAd(written)
                : written.equals("2.6") ? Optional.of(Release.OPENRTB_2_6)
                : Release.openrtb(written.startsWith("2.") ? written : "2.6-" + written);
        return release.orElseThrow(() -> new IllegalArgumentException("There is no release " + written + "."));
    }

    void connect(Map<String, ObjectType> objects) {
        if (kind == Kind.OBJECT) {
            object = Objects.requireNonNull(objects.get(typeName), typeName);
        }
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** What its value is, or what the items of its array are. */
    public Kind kind() {
        return kind;
    }

    /** Whether it is an array. */
    public boolean isArray() {
        return array;
    }

    /** The type of its object, or of the objects in its array. */
    public Optional<ObjectType> object() {
        return Optional.ofNullable(object);
    }

    /** Whether it must be there. */
    public boolean isRequired() {
        return required;
    }

    /** Whether it should be there. */
    public boolean isRecommended() {
        return recommended;
    }

    /** Whether the specification says that its array has an item at least. */
    public boolean isFilled() {
        return filled;
    }

    /** What holds when it is missing. */
    public Optional<String> byDefault() {
        return byDefault;
    }

    /** The list that its value, or each of its values, is from. */
    public Optional<ListType> list() {
        return list;
    }

    /** How its text, or each of its texts, is written. */
    public Optional<Format> format() {
        return format;
    }

    /** The least value. */
    public Optional<BigDecimal> min() {
        return min;
    }

    /** The greatest value. */
    public Optional<BigDecimal> max() {
        return max;
    }

    /** The first release that has it. */
    public Release since() {
        return since;
    }

    /** The first release that no longer has it. */
    public Optional<Release> until() {
        return until;
    }

    /** The release from which it is deprecated. */
    public Optional<Release> deprecated() {
        return deprecated;
    }

    /** The field that has taken its place. */
    public Optional<String> use() {
        return use;
    }

    @Override
    public String toString() {
        return name + ": " + (array ? "[" + typeName + "]" : typeName);
    }
}
