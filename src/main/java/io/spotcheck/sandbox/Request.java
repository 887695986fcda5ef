package io.spotcheck.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request as a route sees it.
 *
 * @param method   the HTTP method, in upper case
 * @param path     the decoded path
 * @param rest     what of the path follows the route, without a slash at its start; empty at the route itself
 * @param rawQuery the query as on the wire, empty where there is none
 * @param query    the query's parameters in order
 * @param headers  the headers, with names in lower case
 * @param body     the body as text in UTF-8, decompressed; empty where there is none
 */
record Request(
        String method,
        String path,
        String rest,
        String rawQuery,
        List<QueryParameter> query,
        Map<String, List<String>> headers,
        String body) {

    /** Returns the first value of the parameter with that name. */
    Optional<String> parameter(String name) {
        return query.stream().filter(each -> each.name().equals(name)).map(QueryParameter::value).findFirst();
    }

    /** Tells whether the query has a parameter of that name, with or without a value. */
    boolean asks(String name) {
        return parameter(name).isPresent();
    }

    /** Returns the first value of the header with that name, given in lower case. */
    Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Tells whether the client takes gzip: it names it, and not with a weight of zero. */
    boolean acceptsGzip() {
        return headers.getOrDefault("accept-encoding", List.of()).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding -> coding.startsWith("gzip") && !coding.matches("gzip;q=0(\\.0*)?"));
    }

    /**
     * Reads a whole number that the client wrote.
     *
     * @throws RefusedException if it is not one between the bounds, both included
     */
    static int number(String what, String text, int least, int most) throws RefusedException {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for a number out of bounds.
        }
        throw new RefusedException(400, what + " is a whole number from " + least + " to " + most + ", not \""
                + text + "\".");
    }
}
