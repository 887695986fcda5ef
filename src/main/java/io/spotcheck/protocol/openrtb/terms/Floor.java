package io.spotcheck.protocol.openrtb.terms;

import io.spotcheck.json.JsonElement;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The least price of a bid.
 *
 * @param amount   per thousand
 * @param currency its currency
 * @param source   where it stands, such as {@code video.mincpmpersec}
 * @param ofDeal   whether it is that of a deal
 */
public record Floor(BigDecimal amount, String currency, String source, boolean ofDeal) {

    /** The currency of floors that do not name one (OpenRTB 2.6 §3.2.4, §3.2.12). */
    public static final String DEFAULT_CURRENCY = "USD";

    /**
     * Finds the floor that counts: that of the deal, else that of the video or audio, else that of the impression
     * (OpenRTB 2.6 §7.11). Outside of all ranges of duration, the one of the impression counts (§3.2.35).
     *
     * @param imp     the impression
     * @param deal    the deal that the bid is on
     * @param medium  the member of the impression that the bid is for
     * @param seconds how long the ad is
     */
    public static Floor of(JsonElement imp, Optional<JsonElement> deal, Optional<String> medium, OptionalInt seconds) {
        String around = currency(imp);
        var ofImpression = new Floor(imp.number("bidfloor").orElse(BigDecimal.ZERO), around, "imp.bidfloor", false);
        if (deal.isPresent()) {
            // Deals do not inherit the currency of the impression.
            String own = currency(deal.get());
            Optional<Floor> floor = timed(deal.get(), "deal", own, seconds, true)
                    .or(() -> deal.get().number("bidfloor").map(f -> new Floor(f, own, "deal.bidfloor", true)));
            if (floor.isPresent()) {
                return floor.get();
            }
            if (seconds.isPresent() && !deal.get().items("durfloors").isEmpty()) {
                return ofImpression;
            }
        }
        return medium.flatMap(name -> imp.member(name).flatMap(m -> timed(m, name, around, seconds, false)))
                .orElse(ofImpression);
    }

    private static String currency(JsonElement object) {
        return object.string("bidfloorcur").orElse(DEFAULT_CURRENCY);
    }

    /**
     * A floor by duration, which counts only for an ad of known duration. Where ranges overlap, buyer and seller have
     * to agree (§3.2.35); no bid is held to more than the least of them.
     */
    private static Optional<Floor> timed(JsonElement object, String name, String currency, OptionalInt seconds,
                                         boolean ofDeal) {
        if (seconds.isEmpty()) {
            return Optional.empty();
        }
        int length = seconds.getAsInt();
        Optional<BigDecimal> byRange = object.items("durfloors").stream()
                .filter(range -> length >= range.integer("mindur").orElse(0)
                        && length <= range.integer("maxdur").orElse(Integer.MAX_VALUE))
                .map(range -> range.number("bidfloor").orElse(BigDecimal.ZERO)).min(BigDecimal::compareTo);
        return byRange.map(floor -> new Floor(floor, currency, name + ".durfloors", ofDeal))
                .or(() -> object.number("mincpmpersec").map(second -> new Floor(
                        second.multiply(BigDecimal.valueOf(length)), currency, name + ".mincpmpersec", ofDeal)));
    }
}
