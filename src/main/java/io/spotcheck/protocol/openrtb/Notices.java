package io.spotcheck.protocol.openrtb;

import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.auction.Amounts;
import io.spotcheck.protocol.openrtb.auction.AuctionPolicy;
import io.spotcheck.protocol.openrtb.auction.Decision;
import io.spotcheck.protocol.openrtb.auction.Offer;
import io.spotcheck.protocol.openrtb.macro.AuctionMacros;
import io.spotcheck.protocol.openrtb.request.BidRequest;
import io.spotcheck.protocol.openrtb.request.Impression;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills the macros of notices and markup with what the auction decided (OpenRTB 2.6 §4.4); makes notices beacons. */
final class Notices {

    /** The event of a win notice, {@code nurl}: due as soon as the auction is decided. */
    static final String WIN = "win";
    /** The event of a billing notice, {@code burl}: due with the impression. */
    static final String BILLING = "billing";
    /** The event of a loss notice, {@code lurl}: due as soon as the auction is decided. */
    static final String LOSS = "loss";

    private static final int RATIO_DIGITS = 6;
    /** What stands for a value that is not known while an ad is tested (OpenRTB 2.6 §4.4). */
    private static final String AUDIT = "AUDIT";
    private static final List<String> KNOWN_LATER =
            List.of("PRICE", "MBR", "MIN_TO_WIN", AuctionMacros.IMPRESSION_TIME);

    private final BidRequest request;
    private final AuctionPolicy policy;
    private final AuctionMacros macros;

    Notices(BidRequest request, AuctionPolicy policy, AuctionMacros macros) {
        this.request = request;
        this.policy = policy;
        this.macros = macros;
    }

    /** What the winner pays, after a discount. */
    Optional<BigDecimal> paid(Decision decision) {
        return decision.clearingPrice().map(price -> policy.discount().signum() == 0 ? price
                : price.subtract(discount(price)));
    }

    private BigDecimal discount(BigDecimal price) {
        BigDecimal exact = price.multiply(policy.discount()).movePointLeft(2).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /** A text of a bid with its macros filled; what is left over becomes a finding of the node. */
    String filled(String text, Decision decision, OpenNode node, Optional<JsonElement> place) {
        return filled(text, decision, node, place, List.of());
    }

    /**
     * A markup with its macros filled. In a test, what nobody knows yet is told by a word, as the specification would
     * have it (§4.4).
     */
    String markup(String text, Decision decision, OpenNode node, Optional<JsonElement> place) {
        Map<String, String> values = values(decision);
        if (request.isTest()) {
            KNOWN_LATER.forEach(name -> values.putIfAbsent(name, AUDIT));
        }
        return filled(text, values, node, place, List.of());
    }

    private String filled(String text, Decision decision, OpenNode node, Optional<JsonElement> place,
                          List<String> later) {
        return filled(text, values(decision), node, place, later);
    }

    private String filled(String text, Map<String, String> values, OpenNode node, Optional<JsonElement> place,
                          List<String> later) {
        AuctionMacros.Filled filled = macros.fill(text, values, later);
        filled.leftovers().forEach(macro -> {
            Finding left = Finding.of("OPENRTB-MACRO-LEFT", Severity.WARNING, "Nobody knows what “" + macro
                    + "” stands for: it stays as it is.").by("OpenRTB 2.6 §4.4");
            node.finding(place.map(JsonElement::location).map(left::at).orElse(left));
        });
        return filled.text();
    }

    /** The win notice of a bid. */
    Optional<TrackingUrl> win(Decision decision, OpenNode node) {
        return notice(WIN, "nurl", decision.offer().bid().winUrl(), decision, node, List.of());
    }

    /** The billing notice of a bid; the time of the impression is not known yet. */
    Optional<TrackingUrl> billing(Decision decision, OpenNode node) {
        return notice(BILLING, "burl", decision.offer().bid().billUrl(), decision, node,
                List.of(AuctionMacros.IMPRESSION_TIME));
    }

    /** The loss notice of a bid. */
    Optional<TrackingUrl> loss(Decision decision, OpenNode node) {
        return notice(LOSS, "lurl", decision.offer().bid().lossUrl(), decision, node, List.of());
    }

    private Optional<TrackingUrl> notice(String event, String name, Optional<String> url, Decision decision,
                                         OpenNode node, List<String> later) {
        Optional<JsonElement> place = decision.offer().bid().element().member(name);
        return url.map(declared -> new TrackingUrl(event, filled(declared.strip(), decision, node, place, later), 0,
                Optional.empty(), node.id(), place.map(JsonElement::location)));
    }

    /** The values by the macros' names; what is not known is left out. */
    private Map<String, String> values(Decision decision) {
        Offer offer = decision.offer();
        var values = new HashMap<String, String>();
        values.put("ID", request.id());
        offer.response().bidId().ifPresent(id -> values.put("BID_ID", id));
        offer.bid().impId().ifPresent(id -> values.put("IMP_ID", id));
        offer.seat().seat().ifPresent(seat -> values.put("SEAT_ID", seat));
        offer.bid().text("adid").ifPresent(id -> values.put("AD_ID", id));
        values.put("CURRENCY", offer.currency());
        values.put("LOSS", String.valueOf(decision.reason().code()));
        decision.minToWin().ifPresent(price -> values.put("MIN_TO_WIN", Amounts.plain(price)));
        offer.impression(request).flatMap(Impression::multiplier)
                .ifPresent(number -> values.put("MULTIPLIER", number.stripTrailingZeros().toPlainString()));
        paid(decision).ifPresent(price -> {
            values.put("PRICE", Amounts.plain(price));
            if (offer.price().signum() > 0) {
                values.put("MBR", Amounts.plain(price.divide(offer.price(), RATIO_DIGITS, RoundingMode.HALF_UP)));
            }
            if (policy.discount().signum() > 0) {
                values.put("DISCOUNT_PCT", Amounts.plain(policy.discount()));
                values.put("DISCOUNT_CPM", Amounts.plain(discount(decision.clearingPrice().orElseThrow())));
            }
        });
        return values;
    }
}
