package io.spotcheck.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The header fields of a message, in order and with repetitions. Names compare without regard to case.
 *
 * @param entries the fields as sent
 */
public record Headers(List<Header> entries) {

    private static final Headers NONE = new Headers(List.of());

    /**
     * One header field.
     *
     * @param name  the name as sent
     * @param value the value as sent
     */
    public record Header(String name, String value) {
    }

    /** Copies the list. */
    public Headers {
        entries = List.copyOf(entries);
    }

    /** No header at all. */
    public static Headers none() {
        return NONE;
    }

    /** The headers of a map, in its order. */
    public static Headers of(Map<String, String> fields) {
        return new Headers(fields.entrySet().stream().map(e -> new Header(e.getKey(), e.getValue())).toList());
    }

    /** The first value of a field. */
    public Optional<String> first(String name) {
        return entries.stream().filter(h -> h.name().equalsIgnoreCase(name)).map(Header::value).findFirst();
    }

    /** These headers and one more. */
    public Headers with(String name, String value) {
        var all = new ArrayList<>(entries);
        all.add(new Header(name, value));
        return new Headers(all);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }
}
