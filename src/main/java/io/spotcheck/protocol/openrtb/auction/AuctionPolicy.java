package io.spotcheck.protocol.openrtb.auction;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What the specification leaves to the exchange.
 *
 * @param rates      what currencies are worth
 * @param increment  what a second price has on top of the next bid, in the winner's currency, from 0
 * @param dealsFirst whether every bid on a deal comes before every open one, whatever their prices
 * @param discount   what the winner does not have to pay, in percent of its price, from 0 to 100 (OpenRTB 2.6 §7.16)
 */
public record AuctionPolicy(ExchangeRates rates, BigDecimal increment, boolean dealsFirst, BigDecimal discount) {

    private static final AuctionPolicy STANDARD =
            new AuctionPolicy(ExchangeRates.none(), new BigDecimal("0.01"), false, BigDecimal.ZERO);

    /** Checks the values. */
    public AuctionPolicy {
        Objects.requireNonNull(rates, "rates");
        if (increment.signum() < 0) {
            throw new IllegalArgumentException("the increment of a second price cannot be negative");
        }
        if (discount.signum() < 0 || discount.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("a discount is from 0 to 100 percent");
        }
    }

    /** Dollars only, 0.01 on top of the next bid, bids on deals compete by price, no discount. */
    public static AuctionPolicy standard() {
        return STANDARD;
    }
}
