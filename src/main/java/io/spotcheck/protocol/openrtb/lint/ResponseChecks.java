package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** What is looked at in a response and its bids. */
final class ResponseChecks {

    private final RtbCatalogue catalogue;

    ResponseChecks(RtbCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void addTo(Checks checks) {
        checks.on("BidResponse", this::noBid);
        checks.on("BidResponse", ResponseChecks::bidIds);
        checks.on("SeatBid", ResponseChecks::group);
        checks.on("Bid", ResponseChecks::served);
        checks.on("Bid", ResponseChecks::described);
        checks.on("Bid", ResponseChecks::notices);
        checks.on("Bid", ResponseChecks::price);
    }

    private void noBid(JsonElement response, RtbPass pass) {
        Optional<JsonElement> reason = response.member("nbr");
        boolean bids = response.items("seatbid").stream().anyMatch(s -> !s.items("bid").isEmpty());
        if (bids) {
            reason.ifPresent(nbr -> pass.report("ORTB-RESPONSE-NBR-WITH-BIDS", nbr,
                    "There are bids, and a reason why there are none."));
        } else {
            String why = reason.map(JsonElement::integer).filter(OptionalInt::isPresent)
                    .flatMap(n -> catalogue.list("NoBidReason").meaning(n.getAsInt())).map(m -> ": " + m).orElse("");
            pass.report("ORTB-RESPONSE-NO-BID", reason.orElse(response), "The bidder does not bid" + why + ".");
        }
    }

    private static void bidIds(JsonElement response, RtbPass pass) {
        Set<String> known = new HashSet<>();
        Set<String> seats = new HashSet<>();
        for (JsonElement seat : response.items("seatbid")) {
            seat.member("seat").filter(s -> s.string().isPresent() && !seats.add(s.text())).ifPresent(s ->
                    pass.report("ORTB-SEAT-DUPLICATE", s, "The seat “" + Words.shorten(s.text())
                            + "” has been there before."));
            for (JsonElement bid : seat.items("bid")) {
                bid.member("id").filter(id -> id.string().isPresent() && !known.add(id.text())).ifPresent(id ->
                        pass.report("ORTB-BID-ID-DUPLICATE", id, "There are two bids “" + Words.shorten(id.text())
                                + "”."));
            }
        }
    }

    private static void group(JsonElement seat, RtbPass pass) {
        if (seat.integer("group").equals(OptionalInt.of(1)) && seat.items("bid").size() == 1) {
            pass.report("ORTB-SEATBID-GROUP-SINGLE", seat.member("group").orElseThrow(),
                    "A group of one bid is no group.");
        }
    }

    private static void served(JsonElement bid, RtbPass pass) {
        if (!bid.has("adm") && !bid.has("nurl") && !bid.has("adid")) {
            pass.report("ORTB-BID-MARKUP-MISSING", bid,
                    "There is neither adm nor nurl nor adid: nothing can be shown.");
        } else if (bid.has("adm") && RequestChecks.isNew(pass) && !bid.has("mtype")) {
            pass.report("ORTB-BID-MTYPE-MISSING", bid, "mtype does not say what the markup is.");
        }
    }

    private static void described(JsonElement bid, RtbPass pass) {
        if (bid.items("adomain").isEmpty()) {
            pass.report("ORTB-BID-ADOMAIN-MISSING", bid, "adomain does not say whose ad it is.");
        }
        if (!bid.has("crid")) {
            pass.report("ORTB-BID-CRID-MISSING", bid, "crid does not say which creative it is.");
        }
    }

    private static void price(JsonElement bid, RtbPass pass) {
        bid.member("price").filter(p -> p.number().filter(n -> n.signum() == 0).isPresent()).ifPresent(p ->
                pass.report("ORTB-BID-PRICE-ZERO", p, "A price of 0 offers nothing."));
    }

    private static void notices(JsonElement bid, RtbPass pass) {
        for (String name : List.of("nurl", "burl", "lurl")) {
            bid.member(name).filter(u -> u.string().isPresent()).ifPresent(url -> {
                UrlLint.called(url, name, pass);
                MacroLint.notice(url, pass);
            });
        }
        bid.member("adm").filter(a -> a.string().isPresent()).ifPresent(adm -> MacroLint.markup(adm, pass));
        boolean priced = Stream.of("nurl", "burl", "adm").flatMap(n -> bid.member(n).stream())
                .anyMatch(v -> MacroLint.has(v, "AUCTION_PRICE"));
        if (!priced) {
            Stream.of("burl", "nurl").flatMap(n -> bid.member(n).stream()).findFirst().ifPresent(url ->
                    pass.report("ORTB-MACRO-PRICE-MISSING", url, "No notice asks for the price by ${AUCTION_PRICE}."));
        }
        bid.member("lurl").filter(u -> u.string().isPresent() && !MacroLint.has(u, "AUCTION_LOSS")).ifPresent(u ->
                pass.report("ORTB-MACRO-LOSS-MISSING", u,
                        "The notice does not ask for the reason by ${AUCTION_LOSS}."));
    }
}
