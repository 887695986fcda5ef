package io.spotcheck.protocol.openrtb.auction;

import io.spotcheck.protocol.openrtb.request.BidRequest;
import io.spotcheck.protocol.openrtb.response.BidResponse;
import io.spotcheck.protocol.openrtb.response.BidResponseException;
import io.spotcheck.protocol.openrtb.response.BidResponseReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests and bids for tests of the auction. */
final class Bids {

    private Bids() {
    }

    /** A request; single quotes stand for double ones. */
    static BidRequest request(String members) {
        return BidRequest.read(("{'id': 'r1', " + members + "}").replace('\'', '"'));
    }

    /** A bid for impression 1 with markup. */
    static String bid(String id, String price, String more) {
        return "{'id': '" + id + "', 'impid': '1', 'price': " + price + ", 'adm': '<p>ad</p>'"
                + (more.isEmpty() ? "" : ", " + more) + "}";
    }

    /** One seat with these bids. */
    static String seat(String name, String more, String... bids) {
        return "{'seat': '" + name + "'" + more + ", 'bid': [" + String.join(", ", bids) + "]}";
    }

    /** A bidder's answer in a currency. */
    static String answer(String currency, String... seats) {
        return "{'id': 'r1', 'cur': '" + currency + "', 'seatbid': [" + String.join(", ", seats) + "]}";
    }

    /** The offers of several bidders, in order. */
    static List<Offer> offers(String... answers) {
        var offers = new ArrayList<Offer>();
        for (int i = 0; i < answers.length; i++) {
            try {
                var response = (BidResponse.Offers) new BidResponseReader().read(answers[i].replace('\'', '"'));
                offers.addAll(Offer.of("bidder-" + i, response, offers.size()));
            } catch (BidResponseException wrong) {
                throw new AssertionError(wrong);
            }
        }
        return offers;
    }

    static List<Decision> decide(BidRequest request, AuctionPolicy policy, String... answers) {
        return new Auction(request, policy).decide(offers(answers), Map.of());
    }

    static List<Decision> decide(BidRequest request, String... answers) {
        return decide(request, AuctionPolicy.standard(), answers);
    }

    static Decision of(List<Decision> decisions, String id) {
        return decisions.stream().filter(d -> d.offer().bid().name().equals(id)).findFirst().orElseThrow();
    }
}
