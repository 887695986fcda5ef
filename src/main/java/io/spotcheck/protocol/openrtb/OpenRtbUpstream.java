package io.spotcheck.protocol.openrtb;

import io.spotcheck.protocol.openrtb.auction.AuctionPolicy;
import io.spotcheck.transport.Identity;
import io.spotcheck.transport.Transport;
import io.spotcheck.upstream.Endpoint;
import io.spotcheck.upstream.UpstreamPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Who bids, and how the auction is held.
 *
 * @param bidders     whom to ask, in order; at least one
 * @param policy      the limits within which they are asked
 * @param maxWrappers how many wrappers may stand above the ad of a VAST markup, from 1
 * @param options     how they are asked and how the auction is held
 */
public record OpenRtbUpstream(List<Endpoint> bidders, UpstreamPolicy policy, int maxWrappers, OpenRtbOptions options) {

    private static final int DEFAULT_MAX_WRAPPERS = 5;

    /** Checks the values and copies the list. */
    public OpenRtbUpstream {
        bidders = List.copyOf(bidders);
        if (bidders.isEmpty()) {
            throw new IllegalArgumentException("an upstream needs at least one endpoint");
        }
        if (maxWrappers < 1) {
            throw new IllegalArgumentException("the number of wrappers must be at least 1");
        }
    }

    /** An upstream of one bidder, with the standard limits and options. */
    public OpenRtbUpstream(Transport transport, String endpoint) {
        this(List.of(Endpoint.of(transport, endpoint)), UpstreamPolicy.standard(), DEFAULT_MAX_WRAPPERS,
                OpenRtbOptions.standard());
    }

    /** What tells this upstream's answers from those of others. */
    String identity() {
        var parts = new ArrayList<String>(bidders.stream().map(Endpoint::identity).toList());
        parts.add(policy + " " + maxWrappers + " " + options.together() + " " + options.gzip() + " " + options.nextBest());
        AuctionPolicy auction = options.policy();
        parts.add(new TreeMap<>(auction.rates().inDollars()) + " " + auction.increment() + " " + auction.dealsFirst() + " "
                + auction.discount());
        parts.add(options.template().identity());
        return Identity.of(parts);
    }

    /** This upstream with other options. */
    public OpenRtbUpstream withOptions(OpenRtbOptions other) {
        return new OpenRtbUpstream(bidders, policy, maxWrappers, other);
    }

    /** This upstream within other limits. */
    public OpenRtbUpstream withPolicy(UpstreamPolicy limits) {
        return new OpenRtbUpstream(bidders, limits, maxWrappers, options);
    }
}
