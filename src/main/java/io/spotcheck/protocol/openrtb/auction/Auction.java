package io.spotcheck.protocol.openrtb.auction;

import io.spotcheck.protocol.openrtb.request.BidRequest;
import io.spotcheck.protocol.openrtb.request.Impression;
import io.spotcheck.protocol.openrtb.response.SeatBid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One auction over the impressions of a bid request (OpenRTB 2.6 §4 and §7.3). Bids are ranked per impression by price;
 * of equal prices a bid on a deal comes first, then the one that stands first in the order of bidders and of answers.
 */
public final class Auction {

    private static final String COMMON_CURRENCY = Impression.DEFAULT_CURRENCY;

    private final BidRequest request;
    private final AuctionPolicy policy;

    /** An auction for this request by this policy. */
    public Auction(BidRequest request, AuctionPolicy policy) {
        this.request = request;
        this.policy = policy;
    }

    /**
     * Decides.
     *
     * @param offers   all bids of all bidders
     * @param forfeits bids that turned out to be of no use, by their places, and why
     * @return what became of each bid: by impression, winners first, then by rank, those that may not take part last
     */
    public List<Decision> decide(List<Offer> offers, Map<Integer, Exclusion> forfeits) {
        var admission = new Admission(request, policy.rates());
        var excluded = new LinkedHashMap<Integer, Exclusion>();
        var eligible = new ArrayList<Offer>();
        boolean severalCurrencies = offers.stream().map(Offer::currency).distinct().count() > 1;
        for (Offer offer : offers) {
            Optional<Exclusion> exclusion = Optional.ofNullable(forfeits.get(offer.place()))
                    .or(() -> admission.check(offer))
                    .or(() -> severalCurrencies ? incomparable(offer) : Optional.empty());
            exclusion.ifPresentOrElse(why -> excluded.put(offer.place(), why), () -> eligible.add(offer));
        }
        Map<Integer, Exclusion> groupLosses = new LinkedHashMap<>();
        List<Contest> contests = contests(eligible, groupLosses.keySet());
        Optional<Map<Integer, Exclusion>> failed = failedGroup(contests, eligible, offers, groupLosses.keySet());
        while (failed.isPresent()) {
            groupLosses.putAll(failed.get());
            contests = contests(eligible, groupLosses.keySet());
            failed = failedGroup(contests, eligible, offers, groupLosses.keySet());
        }
        return decisions(contests, offers, excluded, groupLosses);
    }

    /**
     * Judges a markup that stood in no bid, because the win notice has served it.
     *
     * @return why it may not be shown; empty when it may
     */
    public Optional<Exclusion> judge(Offer offer, String markup) {
        return offer.impression(request).flatMap(impression -> Admission.served(offer, impression, markup));
    }

    private List<Contest> contests(List<Offer> eligible, Set<Integer> without) {
        Map<String, List<Offer>> byImpression = eligible.stream().filter(o -> !without.contains(o.place()))
                .collect(Collectors.groupingBy(o -> o.bid().impId().orElseThrow()));
        var pods = new HashMap<String, PodDedupe>();
        var contests = new ArrayList<Contest>();
        var ids = new HashSet<String>();
        for (Impression impression : request.impressions()) {
            if (!ids.add(impression.id())) {
                // Of impressions with one id the first is what bids are for.
                continue;
            }
            List<Offer> ranked = byImpression.getOrDefault(impression.id(), List.of()).stream()
                    .sorted(ranking(impression)).toList();
            PodDedupe pod = impression.podId().map(id -> pods.computeIfAbsent(id, p -> new PodDedupe()))
                    .orElseGet(PodDedupe::new);
            contests.add(new Contest(impression, ranked, request.auctionType(), policy, pod));
        }
        return contests;
    }

    private Comparator<Offer> ranking(Impression impression) {
        Comparator<Offer> dealsFirst = Comparator.comparing(o -> o.deal(impression).isEmpty());
        Comparator<Offer> byPrice = Comparator.comparing(this::comparablePrice, Comparator.reverseOrder());
        return (policy.dealsFirst() ? dealsFirst.thenComparing(byPrice) : byPrice.thenComparing(dealsFirst))
                .thenComparingInt(Offer::place);
    }

    private BigDecimal comparablePrice(Offer offer) {
        return policy.rates().convert(offer.price(), offer.currency(), COMMON_CURRENCY).orElse(offer.price());
    }

    /** Prices in several currencies can be compared only when their rates are known. */
    private Optional<Exclusion> incomparable(Offer offer) {
        return policy.rates().convert(BigDecimal.ONE, offer.currency(), COMMON_CURRENCY).isPresent() ? Optional.empty()
                : Optional.of(new Exclusion(LossReason.INVALID_RESPONSE,
                        "Bids come in several currencies, and no rate is known for " + offer.currency() + "."));
    }

    /** Of the seats that want all their impressions or none and do not get all, the one that offers least. */
    private Optional<Map<Integer, Exclusion>> failedGroup(List<Contest> contests, List<Offer> eligible,
                                                          List<Offer> all, Set<Integer> out) {
        var wins = new IdentityHashMap<SeatBid, Set<String>>();
        contests.forEach(contest -> contest.winners().forEach(offer ->
                wins.computeIfAbsent(offer.seat(), s -> new HashSet<>()).add(contest.impression().id())));
        var wanted = new IdentityHashMap<SeatBid, Set<String>>();
        all.stream().filter(o -> o.seat().group()).forEach(o ->
                wanted.computeIfAbsent(o.seat(), s -> new HashSet<>()).add(o.bid().impId().orElse("")));
        List<Offer> standing = eligible.stream().filter(o -> !out.contains(o.place())).toList();
        return wanted.entrySet().stream()
                .filter(seat -> standing.stream().anyMatch(o -> o.seat() == seat.getKey()))
                .filter(seat -> !wins.getOrDefault(seat.getKey(), Set.of()).containsAll(seat.getValue()))
                .min(Comparator.<Map.Entry<SeatBid, Set<String>>, BigDecimal>comparing(
                        seat -> total(seat.getKey(), standing))
                        .thenComparing(seat -> firstPlace(seat.getKey(), standing), Comparator.reverseOrder()))
                .map(seat -> {
                    var missed = new ArrayList<>(seat.getValue());
                    missed.removeAll(wins.getOrDefault(seat.getKey(), Set.of()));
                    missed.sort(Comparator.naturalOrder());
                    var losses = new LinkedHashMap<Integer, Exclusion>();
                    standing.stream().filter(o -> o.seat() == seat.getKey()).forEach(o ->
                            losses.put(o.place(), new Exclusion(LossReason.HIGHER_BID, "Its seat wants all of its "
                                    + "impressions or none, and does not win " + String.join(", ", missed) + ".")));
                    return losses;
                });
    }

    private BigDecimal total(SeatBid seat, List<Offer> offers) {
        return offers.stream().filter(o -> o.seat() == seat).map(this::comparablePrice)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int firstPlace(SeatBid seat, List<Offer> offers) {
        return offers.stream().filter(o -> o.seat() == seat).mapToInt(Offer::place).min().orElse(0);
    }

    private List<Decision> decisions(List<Contest> contests, List<Offer> offers, Map<Integer, Exclusion> excluded,
                                     Map<Integer, Exclusion> groupLosses) {
        var decisions = new ArrayList<Decision>();
        for (Contest contest : contests) {
            decisions.addAll(contest.decisions());
            offers.stream().filter(o -> o.bid().impId().filter(contest.impression().id()::equals).isPresent())
                    .forEach(o -> {
                        Optional.ofNullable(groupLosses.get(o.place())).map(why -> contest.lost(o, why))
                                .ifPresent(decisions::add);
                        Optional.ofNullable(excluded.get(o.place())).map(why -> contest.rejected(o, why))
                                .ifPresent(decisions::add);
                    });
        }
        Set<Integer> decided = decisions.stream().map(d -> d.offer().place()).collect(Collectors.toSet());
        offers.stream().filter(o -> !decided.contains(o.place())).forEach(o ->
                decisions.add(Contest.outside(o, excluded.get(o.place()))));
        return decisions;
    }
}
