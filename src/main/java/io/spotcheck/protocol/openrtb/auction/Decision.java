package io.spotcheck.protocol.openrtb.auction;

import io.spotcheck.ad.Bid;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What became of a bid.
 *
 * @param offer         the bid
 * @param outcome       what became of it
 * @param reason        why, by the list
 * @param message       why, in one plain sentence
 * @param clearingPrice what the winner pays, per thousand in the bid's currency, before a discount
 * @param minToWin      the least price that would have tied with the winner, or with the next one for the winner
 *                      (OpenRTB 2.6 §4.4.1), in the bid's currency
 */
public record Decision(Offer offer, Bid.Outcome outcome, LossReason reason, String message,
                       Optional<BigDecimal> clearingPrice, Optional<BigDecimal> minToWin) {

    /** Whether its ad is to be shown. */
    public boolean isWon() {
        return outcome == Bid.Outcome.WON;
    }
}
