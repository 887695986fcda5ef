package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.terms.Domains;
import io.spotcheck.protocol.openrtb.terms.Floor;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges a response by the request that it answers: identities, seats, deals, currencies and prices. */
final class PairLint {

    private static final String DOLLAR = "USD";

    private final PairedCreativeLint creatives;

    PairLint(NativeChecks natives) {
        this.creatives = new PairedCreativeLint(natives);
    }

    void lint(JsonElement request, JsonElement response, RtbPass pass) {
        Optional<JsonElement> answered = response.member("id");
        if (answered.isPresent() && request.has("id")
                && !request.string("id").equals(answered.flatMap(JsonElement::string))) {
            pass.report("ORTB-PAIR-ID", answered.get(), "The response is to “" + Words.shorten(answered.get().text())
                    + "”, and the request is “" + Words.shorten(request.string("id").orElse("")) + "”.");
        }
        currency(request, response, pass);
        Map<String, JsonElement> imps = new HashMap<>();
        request.items("imp").forEach(imp -> imp.string("id").ifPresent(id -> imps.putIfAbsent(id, imp)));
        for (JsonElement seat : response.items("seatbid")) {
            seat(request, seat, pass);
            for (JsonElement bid : seat.items("bid")) {
                bid(request, imps, seat, bid, pass);
            }
        }
    }

    private void bid(JsonElement request, Map<String, JsonElement> imps, JsonElement seat, JsonElement bid,
                     RtbPass pass) {
        Optional<JsonElement> impId = bid.member("impid").filter(i -> i.string().isPresent());
        if (impId.isEmpty()) {
            return;
        }
        JsonElement imp = imps.get(impId.get().text());
        if (imp == null) {
            pass.report("ORTB-PAIR-IMPID", impId.get(), "The request has no impression “"
                    + Words.shorten(impId.get().text()) + "”.");
            return;
        }
        List<JsonElement> deals = imp.descend("pmp", "deals").map(JsonElement::items).orElse(List.of());
        Optional<JsonElement> dealId = bid.member("dealid").filter(d -> d.string().isPresent());
        Optional<JsonElement> deal = dealId.flatMap(id -> deals.stream()
                .filter(d -> d.string("id").filter(id.text()::equals).isPresent()).findFirst());
        if (dealId.isPresent() && deal.isEmpty()) {
            pass.report("ORTB-PAIR-DEAL", dealId.get(), "The impression has no deal “"
                    + Words.shorten(dealId.get().text()) + "”.");
        } else if (dealId.isEmpty() && imp.descend("pmp", "private_auction")
                .filter(p -> p.integer().equals(OptionalInt.of(1))).isPresent()) {
            pass.report("ORTB-PAIR-DEAL-MISSING", bid, "The auction is private, and the bid names no deal.");
        }
        var offer = new Offer(request, imp, deal, seat, bid);
        deal.ifPresent(d -> deal(d, offer, pass));
        floor(offer, pass);
        creatives.lint(offer, pass);
    }

    private static void currency(JsonElement request, JsonElement response, RtbPass pass) {
        Set<String> allowed = request.strings("cur").collect(Collectors.toSet());
        boolean bids = response.items("seatbid").stream().anyMatch(s -> !s.items("bid").isEmpty());
        if (bids && !allowed.isEmpty() && !allowed.contains(response.string("cur").orElse(DOLLAR))) {
            pass.report("ORTB-PAIR-CURRENCY", response.member("cur").orElse(response), "The bids are in "
                    + response.string("cur").orElse(DOLLAR) + ", and the request allows "
                    + Words.and(request.strings("cur").toList()) + ".");
        }
    }

    private static void seat(JsonElement request, JsonElement seatBid, RtbPass pass) {
        Set<String> allowed = request.strings("wseat").collect(Collectors.toSet());
        Set<String> blocked = request.strings("bseat").collect(Collectors.toSet());
        Optional<JsonElement> seat = seatBid.member("seat").filter(s -> s.string().isPresent());
        if (!allowed.isEmpty() && seat.filter(s -> allowed.contains(s.text())).isEmpty()) {
            pass.report("ORTB-PAIR-SEAT", seat.orElse(seatBid), "wseat does not allow this seat.");
        } else if (seat.filter(s -> blocked.contains(s.text())).isPresent()) {
            pass.report("ORTB-PAIR-SEAT-BLOCKED", seat.get(), "bseat blocks the seat “"
                    + Words.shorten(seat.get().text()) + "”.");
        }
    }

    private static void deal(JsonElement deal, Offer offer, RtbPass pass) {
        JsonElement dealId = offer.bid().member("dealid").orElseThrow();
        Set<String> seats = deal.strings("wseat").collect(Collectors.toSet());
        if (!seats.isEmpty() && offer.seat().string("seat").filter(seats::contains).isEmpty()) {
            pass.report("ORTB-PAIR-DEAL-SEAT", dealId, "The deal is not for this seat.");
        }
        List<String> advertisers = deal.strings("wadomain").toList();
        for (JsonElement domain : offer.bid().items("adomain")) {
            if (!advertisers.isEmpty() && !Domains.isAmong(domain.text(), advertisers)) {
                pass.report("ORTB-PAIR-DEAL-ADVERTISER", domain, "The deal is not for the advertiser "
                        + Words.shorten(domain.text()) + ".");
            }
        }
        Optional<BigDecimal> agreed = deal.number("bidfloor");
        Optional<BigDecimal> price = offer.bid().number("price");
        if (deal.integer("at").equals(OptionalInt.of(3)) && agreed.isPresent() && price.isPresent()
                && sameCurrency(offer, deal.string("bidfloorcur").orElse(DOLLAR))
                && price.get().compareTo(agreed.get()) > 0) {
            pass.report("ORTB-PAIR-DEAL-PRICE", offer.bid().member("price").orElseThrow(),
                    "The price that was agreed on is " + agreed.get() + ", and the bid is " + price.get() + ".");
        }
    }

    private static void floor(Offer offer, RtbPass pass) {
        Optional<BigDecimal> price = offer.bid().number("price");
        if (price.isEmpty()) {
            return;
        }
        Floor floor = Floor.of(offer.imp(), offer.deal(), offer.medium(), offer.bid().integer("dur"));
        if (sameCurrency(offer, floor.currency()) && price.get().compareTo(floor.amount()) < 0) {
            pass.report("ORTB-PAIR-FLOOR", offer.bid().member("price").orElseThrow(), "The bid of " + price.get()
                    + " is below the floor of " + floor.amount().stripTrailingZeros().toPlainString() + " "
                    + floor.currency() + " (" + floor.source() + ").");
        }
    }

    private static boolean sameCurrency(Offer offer, String currency) {
        return RequestChecks.root(offer.bid()).string("cur").orElse(DOLLAR).equals(currency);
    }
}
