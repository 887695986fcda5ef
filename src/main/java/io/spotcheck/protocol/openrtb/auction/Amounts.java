package io.spotcheck.protocol.openrtb.auction;

import java.math.BigDecimal;

/** Amounts of money as texts. */
public final class Amounts {

    private Amounts() {
    }

    /** A number without exponent and with at least one digit behind the point, such as {@code 8.0} or {@code 0.91}. */
    public static String plain(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return (bare.scale() < 1 ? bare.setScale(1) : bare).toPlainString();
    }

    /** A number with its currency and at least two digits behind the point, such as {@code 0.90 USD}. */
    public static String money(BigDecimal amount, String currency) {
        BigDecimal bare = amount.stripTrailingZeros();
        return (bare.scale() < 2 ? bare.setScale(2) : bare).toPlainString() + " " + currency;
    }
}
