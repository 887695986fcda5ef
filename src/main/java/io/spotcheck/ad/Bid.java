package io.spotcheck.ad;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A bid, and what became of it in the auction.
 *
 * @param id            its identifier
 * @param impId         the impression that it is for
 * @param seat          the buyer in whose name it was made
 * @param bidder        who made it: the endpoint's host, or its place among those that were asked
 * @param price         what is offered, per thousand
 * @param currency      in which currency, such as {@code USD}
 * @param clearingPrice what the winner pays, per thousand and in the same currency
 * @param dealId        the deal that it is for
 * @param outcome       what became of it
 * @param reason        why, in one plain sentence
 * @param lossReason    the specification's code for a loss (OpenRTB 2.6, list Loss Reason Codes)
 * @param nodeId        its node in the resolution tree
 */
public record Bid(String id, String impId, Optional<String> seat, String bidder, BigDecimal price, String currency,
                  Optional<BigDecimal> clearingPrice, Optional<String> dealId, Outcome outcome, String reason,
                  OptionalInt lossReason, int nodeId) {

    /** What becomes of a bid. */
    public enum Outcome {
        /** Its ad is shown. */
        WON,
        /** Another bid was better. */
        LOST,
        /** It could not take part. */
        REJECTED;

        /** The name in results, such as {@code won}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks that nothing is missing. */
    public Bid {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(impId, "impId");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reason, "reason");
    }
}
