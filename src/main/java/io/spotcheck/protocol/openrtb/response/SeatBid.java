package io.spotcheck.protocol.openrtb.response;

import java.util.List;
import java.util.Optional;

/**
 * The bids of one buyer (OpenRTB 2.6 §4.2.2).
 *
 * @param seat  the buyer in whose name they are made
 * @param group whether all their impressions must be won, or none
 * @param bids  the bids, in order
 */
public record SeatBid(Optional<String> seat, boolean group, List<OfferedBid> bids) {

    /** Copies the list. */
    public SeatBid {
        bids = List.copyOf(bids);
    }
}
