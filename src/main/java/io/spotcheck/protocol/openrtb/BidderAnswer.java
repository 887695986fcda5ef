package io.spotcheck.protocol.openrtb;

import io.spotcheck.ad.AdError;
import io.spotcheck.protocol.openrtb.response.BidResponse;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.upstream.Endpoint;
import java.util.Optional;

/** What came of asking one bidder. */
sealed interface BidderAnswer {

    /** The text of the answer, when there was one. */
    Optional<String> answered();

    /**
     * It bids.
     *
     * @param name     who, for people
     * @param endpoint whom was asked
     * @param url      where the answer came from
     * @param offers   the bids
     * @param body     the text of the answer
     * @param node     the node of its document, still open
     */
    record Bids(String name, Endpoint endpoint, String url, BidResponse.Offers offers, String body, OpenNode node)
            implements BidderAnswer {

        @Override
        public Optional<String> answered() {
            return Optional.of(body);
        }

        Bids withOffers(BidResponse.Offers others) {
            return new Bids(name, endpoint, url, others, body, node);
        }
    }

    /** It does not, or its answer is of no use. */
    record None(AdError error, Optional<String> answered) implements BidderAnswer {
    }
}
