package io.spotcheck.protocol.vast;

import io.spotcheck.resolution.Headers;
import io.spotcheck.transport.Identity;
import io.spotcheck.transport.Transport;
import io.spotcheck.upstream.Endpoint;
import io.spotcheck.upstream.UpstreamPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * Who serves VAST: an endpoint, those that stand in for it, and the limits.
 *
 * @param endpoints   whom to ask: the first one, then in order those that stand in when it does not serve
 * @param policy      the limits within which they are asked
 * @param maxWrappers how many wrappers may stand above an ad, from 1
 * @param mapping     how a request becomes a part of the tag
 */
public record VastUpstream(List<Endpoint> endpoints, UpstreamPolicy policy, int maxWrappers,
                           RequestMapping mapping) {

    /** How many wrappers may stand above an ad unless told otherwise (VAST 4.3 §2.3.4.1). */
    public static final int DEFAULT_MAX_WRAPPERS = 5;

    /** Checks the values and copies the list. */
    public VastUpstream {
        endpoints = List.copyOf(endpoints);
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("an upstream needs at least one endpoint");
        }
        if (maxWrappers < 1) {
            throw new IllegalArgumentException("the number of wrappers must be at least 1");
        }
    }

    /** An upstream at one endpoint, with the standard limits. */
    public VastUpstream(Transport transport, String endpoint) {
        this(List.of(Endpoint.of(transport, endpoint)), UpstreamPolicy.standard(), DEFAULT_MAX_WRAPPERS,
                RequestMapping.macrosOnly());
    }

    /** This upstream, and one that stands in when all before it do not serve. */
    public VastUpstream withFallback(Transport transport, String endpoint) {
        var all = new ArrayList<>(endpoints);
        all.add(new Endpoint(transport, endpoint, Headers.none()));
        return new VastUpstream(all, policy, maxWrappers, mapping);
    }

    /** This upstream within other limits. */
    public VastUpstream withPolicy(UpstreamPolicy limits) {
        return new VastUpstream(endpoints, limits, maxWrappers, mapping);
    }

    /** This upstream with another number of wrappers. */
    public VastUpstream withMaxWrappers(int number) {
        return new VastUpstream(endpoints, policy, number, mapping);
    }

    /** This upstream, with another way of making a request a part of the tag. */
    public VastUpstream withMapping(RequestMapping other) {
        return new VastUpstream(endpoints, policy, maxWrappers, other);
    }

    /** What tells this upstream's answers from those of others. */
    public String identity() {
        var parts = new ArrayList<>(endpoints.stream().map(Endpoint::identity).toList());
        parts.add(policy + " " + maxWrappers + (mapping.serverSide() ? " server-side" : ""));
        mapping.parameters().forEach((name, field) -> {
            parts.add(name);
            parts.add(field);
        });
        return Identity.of(parts);
    }
}
