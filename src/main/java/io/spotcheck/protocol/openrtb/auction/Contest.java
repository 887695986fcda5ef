package io.spotcheck.protocol.openrtb.auction;

import io.spotcheck.ad.Bid.Outcome;
import io.spotcheck.protocol.openrtb.request.Impression;
import io.spotcheck.protocol.openrtb.terms.Floor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The auction of one impression: who wins among the ranked bids, and at what price. */
final class Contest {

    private static final int FIRST_PRICE = 1;
    private static final int SECOND_PRICE = 2;
    private static final int AGREED_PRICE = 3;

    private final Impression impression;
    private final List<Offer> ranked;
    private final int auctionType;
    private final AuctionPolicy policy;
    private final PodFill fill;
    private final Set<Integer> winning;
    private final Optional<Decision> least;

    /**
     * A contest.
     *
     * @param ranked      the bids that may take part, the best one first
     * @param auctionType that of the request; a deal may have its own
     * @param pod         what the pod of the impression has so far
     */
    Contest(Impression impression, List<Offer> ranked, int auctionType, AuctionPolicy policy, PodDedupe pod) {
        this.impression = impression;
        this.ranked = ranked;
        this.auctionType = auctionType;
        this.policy = policy;
        fill = PodFill.of(impression, ranked, pod);
        winning = fill.winners().stream().map(Offer::place).collect(Collectors.toUnmodifiableSet());
        least = ranked.reversed().stream().filter(o -> winning.contains(o.place())).findFirst().map(this::won);
    }

    Impression impression() {
        return impression;
    }

    /** The winners in the order of showing: one, or several for a pod whose slots are not given. */
    List<Offer> winners() {
        return fill.winners();
    }

    /** What became of the ranked bids. */
    List<Decision> decisions() {
        var decisions = new ArrayList<Decision>();
        winners().forEach(offer -> decisions.add(won(offer)));
        ranked.stream().filter(offer -> !winning.contains(offer.place())).forEach(offer -> decisions.add(lost(offer,
                fill.misfit(offer).orElseGet(() -> beaten(offer)))));
        return decisions;
    }

    private Decision won(Offer offer) {
        // What is ranked above a winner and did not win did not fit, and is nothing that it had to beat.
        Optional<BigDecimal> next = ranked.stream().dropWhile(o -> o.place() != offer.place())
                .filter(o -> !winning.contains(o.place())).findFirst()
                .map(o -> inCurrencyOf(offer, o.price(), o.currency()));
        BigDecimal floor = floor(offer);
        BigDecimal tie = next.filter(price -> price.compareTo(floor) > 0).orElse(floor);
        BigDecimal clearing = clearing(offer, next, floor);
        return new Decision(offer, Outcome.WON, LossReason.WON, reason(offer, clearing, next.isEmpty()),
                Optional.of(clearing),
                Optional.of(tie));
    }

    private BigDecimal clearing(Offer offer, Optional<BigDecimal> next, BigDecimal floor) {
        return switch (type(offer)) {
            case AGREED_PRICE -> offer.deal(impression).flatMap(deal -> deal.floor()
                    .map(agreed -> inCurrencyOf(offer, agreed, deal.currency()))).orElse(offer.price());
            // Second price plus: alone, a bid pays the floor; nobody pays less than it or more than was bid.
            case SECOND_PRICE -> next.map(price -> price.add(policy.increment()))
                    .orElse(floor.signum() > 0 ? floor : policy.increment()).max(floor).min(offer.price());
            default -> offer.price();
        };
    }

    private String reason(Offer offer, BigDecimal clearing, boolean alone) {
        String how = switch (type(offer)) {
            case AGREED_PRICE -> "the price that the deal agrees upon";
            case SECOND_PRICE -> "the second price plus " + Amounts.plain(policy.increment());
            case FIRST_PRICE -> "its own price";
            default -> "its own price: auction type " + type(offer) + " is the exchange's own";
        };
        if (type(offer) == SECOND_PRICE && clearing.compareTo(offer.price()) == 0) {
            how = "no more than its own price";
        } else if (type(offer) == SECOND_PRICE && alone) {
            how = floor(offer).signum() > 0 ? "the floor, as no other bid stands against it"
                    : "the least price there is";
        }
        return (ranked.size() == 1 ? "The only bid that may take part" : "The best of " + ranked.size() + " bids")
                + "; it pays " + Amounts.money(clearing, offer.currency()) + ", " + how + ".";
    }

    private int type(Offer offer) {
        return offer.deal(impression).map(deal -> deal.auctionType().orElse(auctionType)).orElse(auctionType);
    }

    private Exclusion beaten(Offer offer) {
        Offer winner = least.orElseThrow().offer();
        BigDecimal price = inCurrencyOf(offer, winner.price(), winner.currency());
        int compared = price.compareTo(offer.price());
        if (winner.deal(impression).isPresent() && compared <= 0) {
            return new Exclusion(LossReason.DEAL, "A bid on deal “" + winner.bid().dealId().orElseThrow()
                    + "” comes before it.");
        }
        return new Exclusion(LossReason.HIGHER_BID, compared == 0
                ? "The same price was offered by a bid that stands before it."
                : "A bid of " + Amounts.money(winner.price(), winner.currency())
                        + (winner.currency().equals(offer.currency()) ? ""
                        : " (" + Amounts.money(price, offer.currency()) + ")") + " is higher.");
    }

    /** A bid that took part and did not win. */
    Decision lost(Offer offer, Exclusion why) {
        return new Decision(offer, Outcome.LOST, why.reason(), why.message(), Optional.empty(),
                why.reason().isAboutPrice() ? minToWin(offer) : Optional.empty());
    }

    /** A bid that could not take part. */
    Decision rejected(Offer offer, Exclusion why) {
        return new Decision(offer, Outcome.REJECTED, why.reason(), why.message(), Optional.empty(),
                why.reason().isAboutPrice() ? minToWin(offer) : Optional.empty());
    }

    /** A bid for an impression that there is not. */
    static Decision outside(Offer offer, Exclusion why) {
        return new Decision(offer, Outcome.REJECTED, why.reason(), why.message(), Optional.empty(), Optional.empty());
    }

    /** What would have tied: the winner's price, in a second-price auction what it pays; without a winner the floor. */
    private Optional<BigDecimal> minToWin(Offer offer) {
        if (least.isEmpty()) {
            return Optional.of(floor(offer)).filter(floor -> floor.signum() > 0);
        }
        Offer winner = least.get().offer();
        BigDecimal price = type(winner) == SECOND_PRICE ? least.get().clearingPrice().orElseThrow() : winner.price();
        return policy.rates().convert(price, winner.currency(), offer.currency());
    }

    private BigDecimal floor(Offer offer) {
        Floor floor = offer.floor(impression);
        return policy.rates().convert(floor.amount(), floor.currency(), offer.currency()).orElse(BigDecimal.ZERO);
    }

    /** Rates are known here: bids without one do not take part. */
    private BigDecimal inCurrencyOf(Offer offer, BigDecimal amount, String currency) {
        return policy.rates().convert(amount, currency, offer.currency()).orElse(amount);
    }
}
