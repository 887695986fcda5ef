package io.spotcheck.protocol.custom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A part of a description: options by name, and the path by which people find them, such as {@code answer.ads}. */
final class Section {

    private final String path;
    private final Map<String, Object> options;

    private Section(String path, Map<String, Object> options) {
        this.path = path;
        this.options = options;
    }

    /** The whole description. */
    static Section whole(Map<String, Object> options) {
        return new Section("", options);
    }

    /**
     * The part that a value is.
     *
     * @throws IllegalArgumentException if it has no options by name
     */
    static Section of(String path, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(path, "must be options by name");
        }
        var options = new LinkedHashMap<String, Object>();
        map.forEach((name, option) -> options.put(String.valueOf(name), option));
        return new Section(path, options);
    }

    /** The sentence, without a stop at its end, that an option is wrong. */
    static IllegalArgumentException wrong(String path, String why) {
        return new IllegalArgumentException("the option “" + path + "” " + why);
    }

    /** This part, when it has no other options than these. */
    Section only(String... known) {
        List<String> names = List.of(known);
        options.keySet().stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw wrong(path(name), "is not known; there is " + String.join(", ", new TreeSet<>(names)));
        });
        return this;
    }

    String path() {
        return path;
    }

    /** The path of an option in it. */
    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    Collection<String> names() {
        return options.keySet();
    }

    Optional<Object> value(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** A text; a number or a truth value stands for its text. */
    Optional<String> text(String name) {
        return value(name).map(value -> text(path(name), value));
    }

    static String text(String path, Object value) {
        if (value instanceof Map<?, ?> || value instanceof Collection<?>) {
            throw wrong(path, "must be a text");
        }
        return String.valueOf(value);
    }

    boolean flag(String name) {
        return value(name).map(value -> switch (String.valueOf(value)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(path(name), "must be true or false");
        }).orElse(false);
    }

    Optional<Section> section(String name) {
        return value(name).map(value -> of(path(name), value));
    }

    /** The parts of a list; one part alone is a list of one. */
    List<Section> sections(String name) {
        Object value = value(name).orElse(List.of());
        if (!(value instanceof Collection<?> list)) {
            return List.of(of(path(name), value));
        }
        var parts = new ArrayList<Section>();
        list.forEach(one -> parts.add(of(path(name) + "[" + parts.size() + "]", one)));
        return parts;
    }

    /** The texts of a list; one text alone is a list of one. */
    List<String> texts(String name) {
        Object value = value(name).orElse(List.of());
        return value instanceof Collection<?> list ? list.stream().map(one -> text(path(name), one)).toList()
                : List.of(text(path(name), value));
    }
}
