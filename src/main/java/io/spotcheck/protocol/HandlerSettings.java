package io.spotcheck.protocol;

import io.spotcheck.upstream.Endpoint;
import io.spotcheck.upstream.UpstreamPolicy;
import java.util.List;
import java.util.Map;

/**
 * What a handler is made from.
 *
 * @param endpoints whom to ask, the first one first, the others as its fallbacks; at least one
 * @param policy    the limits within which they are asked
 * @param maxDepth  how many wrappers may stand above an ad, from 1
 * @param options   what only one protocol understands, by name
 */
public record HandlerSettings(List<Endpoint> endpoints, UpstreamPolicy policy, int maxDepth,
                              Map<String, Object> options) {

    /** Checks the values and copies the collections. */
    public HandlerSettings {
        endpoints = List.copyOf(endpoints);
        options = Map.copyOf(options);
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("a handler needs at least one endpoint");
        }
        if (maxDepth < 1) {
            throw new IllegalArgumentException("the depth must be at least 1");
        }
    }
}
