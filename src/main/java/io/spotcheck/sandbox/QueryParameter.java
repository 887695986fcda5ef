package io.spotcheck.sandbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * One name and value of a query, decoded.
 *
 * @param name  the name
 * @param value the value; empty where the query has only the name
 */
public record QueryParameter(String name, String value) {
    /** Returns the parameters of a raw query in the order they stand in it; a name may come several times. */
    static List<QueryParameter> listOf(String rawQuery) {
        return Stream.of(rawQuery.split("&")).filter(pair -> !pair.isEmpty()).map(QueryParameter::of).toList();
    }

    private static QueryParameter of(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? new QueryParameter(decoded(pair), "")
                : new QueryParameter(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }

    private static String decoded(String text) {
        return PercentEncoding.decoded(text.replace('+', ' '));
    }
}
