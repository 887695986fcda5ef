package io.spotcheck.protocol.openrtb.auction;

import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.request.BidRequest;
import io.spotcheck.protocol.openrtb.request.Impression;
import io.spotcheck.protocol.openrtb.response.BidResponse;
import io.spotcheck.protocol.openrtb.response.OfferedBid;
import io.spotcheck.protocol.openrtb.response.SeatBid;
import io.spotcheck.protocol.openrtb.terms.Floor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A bid in the auction, and who made it.
 *
 * @param bidder   who answered
 * @param response the answer that it stands in
 * @param seat     the seat that it stands in
 * @param bid      the bid
 * @param place    its place among all bids of the auction, from 0: bidders in their order, bids in that of the answer
 */
public record Offer(String bidder, BidResponse.Offers response, SeatBid seat, OfferedBid bid, int place) {

    /**
     * All bids of an answer.
     *
     * @param first the place of the first of them
     */
    public static List<Offer> of(String bidder, BidResponse.Offers response, int first) {
        var offers = new ArrayList<Offer>();
        for (SeatBid seat : response.seats()) {
            for (OfferedBid bid : seat.bids()) {
                offers.add(new Offer(bidder, response, seat, bid, first + offers.size()));
            }
        }
        return offers;
    }

    /** What is offered, zero where it is not said. */
    public BigDecimal price() {
        return bid.price().orElse(BigDecimal.ZERO);
    }

    /** The currency of the price. */
    public String currency() {
        return response.currency();
    }

    /** The impression that it is for. */
    public Optional<Impression> impression(BidRequest request) {
        return bid.impId().flatMap(request::impression);
    }

    /** The deal that it is on, among those of its impression. */
    public Optional<Impression.Deal> deal(Impression impression) {
        return bid.dealId().flatMap(impression::deal);
    }

    /** The least price that it may have. */
    Floor floor(Impression impression) {
        Optional<Impression.Kind> kind = kind(impression);
        Optional<String> medium = kind.or(() -> Stream.of(Impression.Kind.VIDEO, Impression.Kind.AUDIO)
                .filter(k -> impression.of(k).isPresent()).findFirst()).map(Impression.Kind::member);
        return Floor.of(impression.element(), deal(impression).map(Impression.Deal::element), medium,
                bid.integer("dur"));
    }

    /** What the impression offers to ads of its kind; everything that it offers when that is not known. */
    List<JsonElement> placements(Impression impression) {
        return kind(impression).map(kind -> impression.of(kind).stream().toList())
                .orElseGet(() -> impression.kinds().stream().map(impression::of).flatMap(Optional::stream).toList());
    }

    /** What kind of ad it is: as it says, else the only kind that the impression is offered for. */
    public Optional<Impression.Kind> kind(Impression impression) {
        var said = bid.integer("mtype");
        if (said.isPresent()) {
            return Impression.Kind.of(said.getAsInt());
        }
        List<Impression.Kind> kinds = impression.kinds();
        return kinds.size() == 1 ? Optional.of(kinds.getFirst()) : Optional.empty();
    }
}
