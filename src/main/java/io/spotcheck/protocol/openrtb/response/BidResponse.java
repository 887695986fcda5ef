package io.spotcheck.protocol.openrtb.response;

import io.spotcheck.resolution.Location;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a bidder answered. */
public sealed interface BidResponse {

    /**
     * It bids (OpenRTB 2.6 §4.2.1).
     *
     * @param id       the identifier of the request that is answered
     * @param bidId    the bidder's identifier for this response
     * @param currency the currency of all prices, {@code USD} when left out
     * @param seats    the bids by buyer; there is at least one bid
     */
    record Offers(Optional<String> id, Optional<String> bidId, String currency, List<SeatBid> seats)
            implements BidResponse {

        /** Copies the list. */
        public Offers {
            seats = List.copyOf(seats);
        }
    }

    /** The ways of not bidding (OpenRTB 2.6 §7.1). */
    enum Form {
        /** Status 204. */
        NO_CONTENT,
        /** A body of no bytes, or only blanks, with another status. */
        EMPTY_BODY,
        /** An object without members. */
        EMPTY_OBJECT,
        /** A response in which no seat bids. */
        EMPTY_SEATBID,
        /** A response that gives its reason by code. */
        REASON
    }

    /**
     * It does not bid.
     *
     * @param form     how it says so
     * @param reason   why, by code (OpenRTB 3.0, list No-Bid Reason Codes)
     * @param message  the same in one plain sentence
     * @param location where it says so
     */
    record NoBid(Form form, OptionalInt reason, String message, Optional<Location> location) implements BidResponse {
    }
}
