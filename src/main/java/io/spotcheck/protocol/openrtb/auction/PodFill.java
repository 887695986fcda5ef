package io.spotcheck.protocol.openrtb.auction;

import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.request.Impression;
import io.spotcheck.protocol.openrtb.request.Impression.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which of the ranked bids an impression takes: the best one, or for the dynamic part of a pod as many as fit into its
 * time and its number of ads (OpenRTB 2.6 §7.6). Neither takes what the pod has already, if it says so.
 */
final class PodFill {

    /** AdCOM, list Slot Position in Pod. */
    private static final int FIRST = 1;
    private static final int LAST = -1;
    private static final int FIRST_OR_LAST = 2;

    private final List<Offer> winners;
    private final Map<Integer, Exclusion> misfits;

    private PodFill(List<Offer> winners, Map<Integer, Exclusion> misfits) {
        this.winners = winners;
        this.misfits = misfits;
    }

    /**
     * Takes bids.
     *
     * @param pod what the pod of the impression has from other impressions, to which the winners are added
     */
    static PodFill of(Impression impression, List<Offer> ranked, PodDedupe pod) {
        List<JsonElement> timed = Stream.of(Kind.VIDEO, Kind.AUDIO).map(impression::of).flatMap(Optional::stream)
                .toList();
        return timed.stream().filter(media -> media.integer("poddur").orElse(0) > 0).findFirst()
                .map(media -> fill(media, ranked, pod)).orElseGet(() -> slot(timed, ranked, pod));
    }

    private static PodFill slot(List<JsonElement> timed, List<Offer> ranked, PodDedupe pod) {
        var misfits = new HashMap<Integer, Exclusion>();
        for (Offer offer : ranked) {
            Optional<Exclusion> repeated = timed.stream().flatMap(m -> pod.repeated(offer, m).stream()).findFirst();
            if (repeated.isEmpty()) {
                pod.take(offer);
                return new PodFill(List.of(offer), misfits);
            }
            misfits.put(offer.place(), repeated.get());
        }
        return new PodFill(List.of(), misfits);
    }

    /** The winners in the order of showing. */
    List<Offer> winners() {
        return winners;
    }

    /** Why a bid does not fit beside better ones. */
    Optional<Exclusion> misfit(Offer offer) {
        return Optional.ofNullable(misfits.get(offer.place()));
    }

    private static PodFill fill(JsonElement media, List<Offer> ranked, PodDedupe pod) {
        int all = media.integer("poddur").getAsInt();
        int most = Math.max(1, media.integer("maxseq").orElse(Integer.MAX_VALUE));
        int left = all;
        var places = new HashMap<Integer, Integer>();
        var taken = new HashSet<Integer>();
        var misfits = new HashMap<Integer, Exclusion>();
        for (Offer offer : ranked) {
            Optional<Exclusion> repeated = pod.repeated(offer, media);
            // An ad that does not say how long it is may be as long as an ad may be.
            int seconds = offer.bid().integer("dur").orElse(media.integer("maxduration").orElse(all));
            if (places.size() == most) {
                misfits.put(offer.place(), outbid("The pod has its " + most + " ads."));
                continue;
            }
            if (repeated.isPresent()) {
                misfits.put(offer.place(), repeated.get());
                continue;
            }
            if (seconds > left) {
                misfits.put(offer.place(), outbid("Its " + seconds + " s do not fit into the " + left
                        + " s that are left of the pod's " + all + " s."));
                continue;
            }
            Optional<Integer> place = place(offer.bid().integer("slotinpod").orElse(0), taken);
            if (place.isEmpty()) {
                misfits.put(offer.place(), outbid("The place in the pod that it wants is taken."));
                continue;
            }
            places.put(offer.place(), place.get());
            pod.take(offer);
            left -= seconds;
        }
        List<Offer> order = new ArrayList<>(ranked);
        order.removeIf(offer -> !places.containsKey(offer.place()));
        order.sort(Comparator.comparingInt(offer -> places.get(offer.place())));
        return new PodFill(order, misfits);
    }

    private static Exclusion outbid(String message) {
        return new Exclusion(LossReason.HIGHER_BID, message);
    }

    /** Before all others, after them, or between; nothing when it is taken. */
    private static Optional<Integer> place(int wanted, Set<Integer> taken) {
        return switch (wanted) {
            case FIRST -> taken.add(FIRST) ? Optional.of(-1) : Optional.empty();
            case LAST -> taken.add(LAST) ? Optional.of(1) : Optional.empty();
            case FIRST_OR_LAST -> place(FIRST, taken).or(() -> place(LAST, taken));
            default -> Optional.of(0);
        };
    }
}
