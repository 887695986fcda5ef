package io.spotcheck.protocol.openrtb;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.Bid;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.protocol.openrtb.auction.Amounts;
import io.spotcheck.protocol.openrtb.auction.Auction;
import io.spotcheck.protocol.openrtb.auction.Decision;
import io.spotcheck.protocol.openrtb.auction.Exclusion;
import io.spotcheck.protocol.openrtb.auction.LossReason;
import io.spotcheck.protocol.openrtb.auction.Offer;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Holds one auction over the answers of bidders, and serves what its winners bring. */
final class AuctionRun {

    private final Auction auction;
    private final MarkupServing serving;
    private final Notices notices;
    private final boolean nextBest;
    private final List<BidderAnswer.Bids> bidders;
    private final List<Offer> offers = new ArrayList<>();
    private final Map<Integer, BidderAnswer.Bids> answers = new HashMap<>();
    private final Map<Integer, OpenNode> nodes = new HashMap<>();
    private final Map<Integer, Exclusion> forfeits = new LinkedHashMap<>();
    private final Map<Integer, MarkupServing.Served> served = new HashMap<>();
    /** What winners with an ad were told; it holds, though others forfeit later and prices would be other ones. */
    private final Map<Integer, Decision> told = new HashMap<>();

    AuctionRun(Auction auction, MarkupServing serving, Notices notices, boolean nextBest,
               List<BidderAnswer.Bids> bidders) {
        this.auction = auction;
        this.serving = serving;
        this.notices = notices;
        this.nextBest = nextBest;
        this.bidders = bidders;
        for (BidderAnswer.Bids bidder : bidders) {
            for (Offer offer : Offer.of(bidder.name(), bidder.offers(), offers.size())) {
                offers.add(offer);
                answers.put(offer.place(), bidder);
                nodes.put(offer.place(), open(offer, bidder.node()));
            }
        }
    }

    /**
     * What came of an auction.
     *
     * @param ads        the winners' ads, in the order of showing
     * @param bids       all bids, in the order of their ranking
     * @param losses     the loss notices
     * @param error      why there is no ad
     * @param failures   everything that failed on the way
     * @param winner     the first winner that brought an ad
     * @param bestBefore how long all winners wait for the impression
     */
    record Result(List<Ad> ads, List<Bid> bids, List<TrackingUrl> losses, Optional<AdError> error,
                  List<AdError> failures, Optional<Bid> winner, Duration bestBefore) {

        Result {
            ads = List.copyOf(ads);
            bids = List.copyOf(bids);
            losses = List.copyOf(losses);
            failures = List.copyOf(failures);
        }
    }

    private static OpenNode open(Offer offer, OpenNode document) {
        return document.open(NodeKind.BID, offer.seat().seat().map(s -> "seat " + s + ": ").orElse("")
                        + offer.bid().price().map(p -> Amounts.money(p, offer.currency())).orElse("no price"),
                offer.bid().element().location());
    }

    /** Decides, serves, and decides anew as long as a winner has no ad. */
    Result run() {
        var failures = new ArrayList<AdError>();
        List<Decision> decisions = auction.decide(offers, forfeits);
        Optional<Decision> unserved = unserved(decisions);
        while (unserved.isPresent()) {
            Decision winner = unserved.get();
            int place = winner.offer().place();
            MarkupServing.Served made = serving.serve(winner, answers.get(place), nodes.get(place));
            served.put(place, made);
            failures.addAll(made.failures());
            if (!made.ads().isEmpty()) {
                told.put(place, winner);
            }
            boolean calledOff = made.error().filter(e -> e.code() == ErrorCode.CANCELLED).isPresent();
            if (made.error().isPresent() && nextBest && !calledOff) {
                forfeits.put(place, made.refused().orElse(forfeit(made.error().get())));
                decisions = auction.decide(offers, forfeits);
            }
            unserved = calledOff ? Optional.empty() : unserved(decisions);
        }
        return result(decisions, failures);
    }

    private Optional<Decision> unserved(List<Decision> decisions) {
        return decisions.stream().filter(d -> d.isWon() && !served.containsKey(d.offer().place())).findFirst();
    }

    private static Exclusion forfeit(AdError error) {
        boolean nothing = error.code() == ErrorCode.NO_AD;
        return new Exclusion(nothing ? LossReason.MISSING_MARKUP : LossReason.CREATIVE_FORMAT,
                "It won, and no ad came of it: " + error.message());
    }

    private Result result(List<Decision> decisions, List<AdError> failures) {
        var ads = new ArrayList<Ad>();
        var bids = new ArrayList<Bid>();
        var losses = new ArrayList<TrackingUrl>();
        Optional<Bid> winner = Optional.empty();
        Optional<AdError> firstError = Optional.empty();
        for (Decision latest : decisions) {
            Decision decision = latest.isWon() ? told.getOrDefault(latest.offer().place(), latest) : latest;
            OpenNode node = nodes.get(decision.offer().place());
            Bid bid = record(decision, node);
            bids.add(bid);
            if (decision.isWon()) {
                MarkupServing.Served made = served.getOrDefault(decision.offer().place(), MarkupServing.Served.failed(
                        AdError.of(ErrorCode.CANCELLED, "The fetch was called off.", node.id())));
                ads.addAll(made.ads());
                firstError = firstError.or(made::error);
                winner = winner.or(() -> made.ads().isEmpty() ? Optional.empty() : Optional.of(bid));
            } else {
                notices.loss(decision, node).ifPresent(losses::add);
            }
            close(decision, node);
        }
        Optional<AdError> error = ads.isEmpty() ? Optional.of(firstError.or(() -> firstFailure(failures))
                .orElseGet(() -> nobodyWon(decisions))) : Optional.empty();
        error.filter(e -> !failures.contains(e)).ifPresent(failures::add);
        closeDocuments(!ads.isEmpty());
        return new Result(BidAds.inSequence(ads), bids, losses, error, failures, winner, bestBefore(decisions));
    }

    private static Duration bestBefore(List<Decision> decisions) {
        return Duration.ofSeconds(decisions.stream().filter(Decision::isWon)
                .mapToInt(d -> Math.max(0, d.offer().bid().integer("exp").orElse(0))).min().orElse(0));
    }

    private static Optional<AdError> firstFailure(List<AdError> failures) {
        return failures.stream().findFirst();
    }

    private AdError nobodyWon(List<Decision> decisions) {
        String why = decisions.isEmpty() ? "" : " " + decisions.getFirst().message();
        int number = decisions.size();
        OpenNode node = nodes.get(decisions.getFirst().offer().place());
        return AdError.of(ErrorCode.NO_AD, (number == 1 ? "The bid may not take part."
                : "None of the " + number + " bids may take part. The first:") + why, node.id())
                .atUrl(answers.get(decisions.getFirst().offer().place()).url())
                .at(decisions.getFirst().offer().bid().element().location());
    }

    private Bid record(Decision decision, OpenNode node) {
        Offer offer = decision.offer();
        return new Bid(offer.bid().name(), offer.bid().impId().orElse(""), offer.seat().seat(), offer.bidder(),
                offer.price(), offer.currency(), notices.paid(decision), offer.bid().dealId(), decision.outcome(),
                decision.message(), decision.isWon() ? OptionalInt.empty()
                : OptionalInt.of(decision.reason().code()), node.id());
    }

    private void close(Decision decision, OpenNode node) {
        Offer offer = decision.offer();
        node.fact("bid", offer.bid().name());
        offer.bid().impId().ifPresent(imp -> node.fact("impression", imp));
        offer.bid().dealId().ifPresent(deal -> node.fact("deal", deal));
        offer.bid().text("crid").ifPresent(id -> node.fact("creative id", id));
        if (!offer.bid().texts("adomain").isEmpty()) {
            node.fact("advertiser", String.join(", ", offer.bid().texts("adomain")));
        }
        notices.paid(decision).ifPresent(price -> node.fact("clearing price", Amounts.money(price, offer.currency())));
        decision.minToWin().ifPresent(price -> node.fact("minimum to win", Amounts.money(price, offer.currency())));
        if (decision.isWon()) {
            if (Optional.ofNullable(served.get(offer.place())).filter(s -> !s.ads().isEmpty()).isPresent()) {
                node.succeed(decision.message());
            } else {
                node.fail("It won, and no ad came of it.");
            }
            return;
        }
        node.fact("loss reason", decision.reason().code() + " " + decision.reason().text());
        if (forfeits.containsKey(offer.place())) {
            node.fail(decision.message());
        } else {
            node.skip(decision.message());
        }
    }

    private void closeDocuments(boolean anyAd) {
        for (BidderAnswer.Bids bidder : bidders) {
            if (anyAd) {
                bidder.node().succeed();
            } else {
                bidder.node().fail("No ad came of it.");
            }
        }
    }
}
