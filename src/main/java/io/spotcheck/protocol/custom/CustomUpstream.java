package io.spotcheck.protocol.custom;

import io.spotcheck.resolution.Headers;
import io.spotcheck.transport.Identity;
import io.spotcheck.transport.Transport;
import io.spotcheck.upstream.Endpoint;
import io.spotcheck.upstream.UpstreamPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Who speaks a described protocol: an endpoint, those that stand in for it, the limits, and the description.
 *
 * @param endpoints   whom to ask: the first one, then in order those that stand in when it does not serve. Their URLs
 *                    can hold fields of the request, such as {@code {slotId}}, and macros, such as
 *                    {@code [CACHEBUSTING]}
 * @param policy      the limits within which they are asked
 * @param description the protocol
 * @param maxWrappers how many wrappers may stand above an ad in VAST that an answer carries, from 1
 */
public record CustomUpstream(List<Endpoint> endpoints, UpstreamPolicy policy, CustomDescription description,
                             int maxWrappers) {

    private static final int DEFAULT_MAX_WRAPPERS = 5;

    /** Checks the values and copies the list. */
    public CustomUpstream {
        endpoints = List.copyOf(endpoints);
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("an upstream needs at least one endpoint");
        }
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(description, "description");
        if (maxWrappers < 1) {
            throw new IllegalArgumentException("there may be at least 1 wrapper");
        }
    }

    /** An upstream with the usual number of wrappers. */
    public CustomUpstream(List<Endpoint> endpoints, UpstreamPolicy policy, CustomDescription description) {
        this(endpoints, policy, description, DEFAULT_MAX_WRAPPERS);
    }

    /** An upstream at one endpoint, with the standard limits. */
    public CustomUpstream(Transport transport, String endpoint, CustomDescription description) {
        this(List.of(Endpoint.of(transport, endpoint)), UpstreamPolicy.standard(), description);
    }

    /** This upstream, and one that stands in when all before it do not serve. */
    public CustomUpstream withFallback(Transport transport, String endpoint) {
        var all = new ArrayList<>(endpoints);
        all.add(new Endpoint(transport, endpoint, Headers.none()));
        return new CustomUpstream(all, policy, description, maxWrappers);
    }

    /** This upstream within other limits. */
    public CustomUpstream withPolicy(UpstreamPolicy limits) {
        return new CustomUpstream(endpoints, limits, description, maxWrappers);
    }

    /** What tells this upstream's answers from those of others. */
    public String identity() {
        var parts = new ArrayList<>(endpoints.stream().map(Endpoint::identity).toList());
        parts.add(policy.toString());
        parts.add(description.identity());
        parts.add("wrappers " + maxWrappers);
        return Identity.of(parts);
    }
}
