package io.spotcheck.transport;

import java.util.List;

/** Joins texts so that no two different lists of texts read alike: each with its length in front. */
public final class Identity {

    private Identity() {
    }

    /** The texts as one. */
    public static String of(List<String> parts) {
        var text = new StringBuilder();
        parts.forEach(part -> text.append(part.length()).append(':').append(part));
        return text.toString();
    }

    /** The texts as one. */
    public static String of(String... parts) {
        return of(List.of(parts));
    }
}
