package io.spotcheck.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One beacon as the sandbox received it.
 *
 * @param at         when it arrived
 * @param method     its HTTP method
 * @param path       its decoded path, from {@code /beacon/} on
 * @param query      its query as it stood on the wire, without the question mark; empty where there was none
 * @param parameters the query's parameters, decoded and in their order; a name may come several times
 * @param headers    its headers, with names in lower case
 */
public record ReceivedBeacon(
        Instant at,
        String method,
        String path,
        String query,
        List<QueryParameter> parameters,
        Map<String, List<String>> headers) {

    /** Copies the lists, so that a beacon never changes. */
    public ReceivedBeacon {
        parameters = List.copyOf(parameters);
        headers = Map.copyOf(headers);
    }

    /** Returns every value of the parameter with that name, in order; empty where it is absent. */
    public List<String> values(String name) {
        return parameters.stream().filter(each -> each.name().equals(name)).map(QueryParameter::value).toList();
    }
}
