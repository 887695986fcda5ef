package io.spotcheck.protocol.openrtb.auction;

import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.request.Impression;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds the floor that counts for a bid: that of its deal, else that of the video or audio, else that of the impression
 * (OpenRTB 2.6 §7.11).
 */
final class Floors {

    private Floors() {
    }

    /**
     * The least price.
     *
     * @param amount   per thousand
     * @param currency its currency
     * @param source   where it stands, such as {@code video.mincpmpersec}
     * @param ofDeal   whether it is that of a deal
     */
    record Floor(BigDecimal amount, String currency, String source, boolean ofDeal) {
    }

    static Floor of(Offer offer, Impression impression) {
        OptionalInt seconds = offer.bid().integer("dur");
        Optional<Impression.Deal> deal = offer.deal(impression);
        if (deal.isPresent()) {
            String currency = deal.get().currency();
            Optional<Floor> own = timed(deal.get().element(), "deal", currency, seconds, true)
                    .or(() -> deal.get().floor().map(f -> new Floor(f, currency, "deal.bidfloor", true)));
            if (own.isPresent()) {
                return own.get();
            }
        }
        Optional<Impression.Kind> kind = offer.kind(impression);
        String currency = impression.floorCurrency();
        return impression.timed(kind)
                .flatMap(media -> timed(media, kind.map(Impression.Kind::member).orElse("video"), currency, seconds,
                        false))
                .orElseGet(() -> new Floor(impression.floor(), currency, "imp.bidfloor", false));
    }

    /** A floor by duration counts only for an ad of known duration (OpenRTB 2.6 §3.2.35). */
    private static Optional<Floor> timed(JsonElement object, String name, String currency, OptionalInt seconds,
                                         boolean ofDeal) {
        if (seconds.isEmpty()) {
            return Optional.empty();
        }
        Optional<Floor> byRange = object.items("durfloors").stream()
                .filter(range -> seconds.getAsInt() >= range.integer("mindur").orElse(0)
                        && seconds.getAsInt() <= range.integer("maxdur").orElse(Integer.MAX_VALUE))
                .map(range -> new Floor(range.number("bidfloor").orElse(BigDecimal.ZERO), currency, name + ".durfloors",
                        ofDeal))
                .findFirst();
        return byRange.or(() -> object.number("mincpmpersec").map(second ->
                new Floor(second.multiply(BigDecimal.valueOf(seconds.getAsInt())), currency, name + ".mincpmpersec",
                        ofDeal)));
    }
}
