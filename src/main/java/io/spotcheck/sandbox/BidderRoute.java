package io.spotcheck.sandbox;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of OpenRTB bidders. Each reads the bid request and bids for the impressions that suit it; its notices come to the
 * sandbox's beacons. {@code /openrtb/NAME/markup/BID} is the win notice of a bid whose markup it serves.
 */
record BidderRoute(Behaviour.Bidders rule, TagTemplates templates, JsonMapper json, URI baseUrl, CountDownLatch closing)
        implements Route {
    private static final List<String> KINDS = List.of("banner", "video", "audio", "native");

    /** An impression as far as bidders look at it. */
    private record Offered(String id, List<String> kinds, List<String> deals) {
    }

    @Override
    public Reply answer(Request request) throws RefusedException, IOException, InterruptedException {
        String[] path = request.rest().split("/");
        Behaviour.Bidders.Bidder bidder = rule.bidders().stream().filter(one -> one.name().equals(path[0])).findFirst()
                .orElseThrow(() -> new RefusedException(404, "There is no bidder \"" + path[0] + "\"; there is "
                        + String.join(", ", rule.bidders().stream().map(Behaviour.Bidders.Bidder::name).toList()) + "."));
        if (path.length == 3 && path[1].equals("markup")) {
            return markup(bidder, path[2]);
        }
        if (bidder.delayMs().isPresent() && closing.await(bidder.delayMs().get(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("The sandbox closes.");
        }
        if (bidder.status().isPresent()) {
            return Reply.bare(bidder.status().get());
        }
        JsonNode asked = asked(request);
        String id = asked.path("id").asString("");
        if (bidder.text().isPresent()) {
            return Reply.text(200, ContentType.JSON, bidder.text().get().replace("REQUEST", id));
        }
        return Reply.text(200, ContentType.JSON, json.writeValueAsString(response(bidder, id, offered(asked))));
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "HEAD", "POST");
    }

    private Reply markup(Behaviour.Bidders.Bidder bidder, String bid) throws RefusedException, IOException {
        String template = bidder.seats().stream().flatMap(seat -> seat.bids().stream())
                .filter(one -> one.id().equals(bid)).map(Behaviour.Bidders.Bid::markup).findFirst()
                .orElseThrow(() -> new RefusedException(404, bidder.name() + " has no bid \"" + bid + "\"."));
        return Reply.text(200, ContentType.ofFile(template), templates.document(template));
    }

    /** Without a request, as in a browser, one impression of every kind is thought of. */
    private JsonNode asked(Request request) throws RefusedException {
        if (request.body().isBlank()) {
            return json.valueToTree(Map.of("id", "made-up", "imp", List.of(Map.of("id", "1", "banner", Map.of(), "video",
                    Map.of(), "audio", Map.of(), "native", Map.of(), "pmp", Map.of("deals", List.of(
                            Map.of("id", "harbor-deal")))))));
        }
        try {
            JsonNode asked = json.readTree(request.body());
            if (asked.path("id").isString() && asked.path("imp").isArray()) {
                return asked;
            }
        } catch (JacksonException notJson) {
            throw new RefusedException(400, "A bidder takes JSON: " + notJson.getOriginalMessage());
        }
        throw new RefusedException(400, "A bid request has an id and impressions.");
    }

    private static List<Offered> offered(JsonNode asked) {
        var all = new ArrayList<Offered>();
        for (JsonNode imp : asked.path("imp")) {
            var deals = new ArrayList<String>();
            imp.at("/pmp/deals").forEach(deal -> deals.add(deal.path("id").asString("")));
            all.add(new Offered(imp.path("id").asString(""), KINDS.stream().filter(imp::has).toList(), deals));
        }
        return all;
    }

    private Map<String, Object> response(Behaviour.Bidders.Bidder bidder, String id, List<Offered> offered)
            throws IOException {
        var seats = new ArrayList<Map<String, Object>>();
        for (Behaviour.Bidders.Seat seat : bidder.seats()) {
            var bids = new ArrayList<Map<String, Object>>();
            for (Offered impression : offered) {
                for (Behaviour.Bidders.Bid bid : seat.bids()) {
                    boolean suits = impression.kinds().contains(bid.kind())
                            && bid.deal().map(impression.deals()::contains).orElse(true);
                    if (suits) {
                        bids.add(bid(bidder, bid, impression));
                    }
                }
            }
            if (!bids.isEmpty()) {
                var seatBid = new LinkedHashMap<String, Object>();
                seatBid.put("seat", seat.name());
                seat.group().filter(all -> all).ifPresent(all -> seatBid.put("group", 1));
                seatBid.put("bid", bids);
                seats.add(seatBid);
            }
        }
        var response = new LinkedHashMap<String, Object>();
        response.put("id", id);
        response.put("bidid", bidder.name() + "-answer");
        response.put("cur", bidder.currency().orElse("USD"));
        response.put("seatbid", seats);
        return response;
    }

    private Map<String, Object> bid(Behaviour.Bidders.Bidder bidder, Behaviour.Bidders.Bid rule, Offered impression)
            throws IOException {
        var bid = new LinkedHashMap<String, Object>();
        bid.put("id", rule.id());
        bid.put("impid", impression.id());
        bid.put("price", rule.price());
        rule.deal().ifPresent(deal -> bid.put("dealid", deal));
        bid.put("mtype", KINDS.indexOf(rule.kind()) + 1);
        if (rule.onWin().orElse(false)) {
            bid.put("nurl", baseUrl + this.rule.route() + "/" + bidder.name() + "/markup/" + rule.id()
                    + "?price=${AUCTION_PRICE}");
        } else {
            bid.put("adm", templates.document(rule.markup()));
            bid.put("nurl", notice("win", rule.id(), "&price=${AUCTION_PRICE}&least=${AUCTION_MIN_TO_WIN}"));
        }
        bid.put("burl", notice("billing", rule.id(), "&price=${AUCTION_PRICE}&at=${AUCTION_IMP_TS}"));
        bid.put("lurl", notice("loss", rule.id(), "&reason=${AUCTION_LOSS}&least=${AUCTION_MIN_TO_WIN}"));
        bid.putAll(rule.fields());
        return bid;
    }

    private String notice(String event, String bid, String macros) {
        return baseUrl + "/beacon/" + event + "?bid=" + bid + macros;
    }
}
