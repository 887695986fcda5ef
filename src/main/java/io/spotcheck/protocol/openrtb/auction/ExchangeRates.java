package io.spotcheck.protocol.openrtb.auction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What currencies are worth.
 *
 * @param inDollars the worth of one unit of each currency in US dollars, more than zero
 */
public record ExchangeRates(Map<String, BigDecimal> inDollars) {

    private static final String DOLLAR = "USD";
    private static final int DECIMALS = 6;

    /** Copies the map, and knows the dollar. */
    public ExchangeRates {
        var all = new HashMap<String, BigDecimal>();
        inDollars.forEach((currency, worth) -> {
            String code = currency.toUpperCase(Locale.ROOT);
            if (!isCurrency(code)) {
                throw new IllegalArgumentException("“" + currency + "” is not a currency of ISO 4217");
            }
            if (worth.signum() <= 0) {
                throw new IllegalArgumentException("a unit of " + currency + " is worth more than zero dollars");
            }
            all.put(code, worth);
        });
        all.put(DOLLAR, BigDecimal.ONE);
        inDollars = Map.copyOf(all);
    }

    /** Only dollars. */
    public static ExchangeRates none() {
        return new ExchangeRates(Map.of());
    }

    /** Whether this is the code of a currency (ISO 4217). */
    public static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode().equals(code);
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    /** An amount in another currency; nothing when a rate is missing. The same currency needs no rate. */
    public Optional<BigDecimal> convert(BigDecimal amount, String from, String to) {
        if (from.equals(to)) {
            return Optional.of(amount);
        }
        BigDecimal worth = inDollars.get(from);
        BigDecimal unit = inDollars.get(to);
        return worth == null || unit == null ? Optional.empty()
                : Optional.of(amount.multiply(worth).divide(unit, MathContext.DECIMAL64)
                        .setScale(DECIMALS, RoundingMode.HALF_UP));
    }
}
