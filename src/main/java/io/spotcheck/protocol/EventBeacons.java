package io.spotcheck.protocol;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.tracking.BeaconCall;
import io.spotcheck.tracking.Tracker;
import io.spotcheck.tracking.TrackingEvent;
import io.spotcheck.tracking.TrackingResult;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Finds the beacons of an event and hands them to a tracker, side by side. Handlers share it. */
public final class EventBeacons {

    private static final Set<Scope> THE_AD = EnumSet.of(Scope.BREAK, Scope.AD, Scope.LINEAR, Scope.NON_LINEAR);

    private static final String ERROR_CODE = "ERRORCODE";

    private EventBeacons() {
    }

    /**
     * The beacons of an event. A companion's {@code creativeView} is not that of the ad: beacons of companions, icons
     * and vendors are meant only where the ad itself has no such event. An error of no particular ad is what failed on
     * the way, each failure with its own code, unless the caller brings a code of its own.
     */
    public static List<TrackingUrl> of(String event, AdResponse response, TrackContext context) {
        List<TrackingUrl> due = dueForFailures(event, response, context);
        if (!due.isEmpty()) {
            return due;
        }
        List<TrackingUrl> all = (context.adIndex().isPresent()
                ? response.ads().get(context.adIndex().getAsInt()).tracking() : response.trackingUrls())
                .stream().filter(t -> t.event().equalsIgnoreCase(event)).toList();
        List<TrackingUrl> own = all.stream().filter(t -> THE_AD.contains(t.scope())).toList();
        return own.isEmpty() ? all : own;
    }

    private static List<TrackingUrl> dueForFailures(String event, AdResponse response, TrackContext context) {
        boolean aboutTheAds = context.adIndex().isPresent()
                || response.success() && context.macros().value(ERROR_CODE).isPresent();
        if (aboutTheAds || !event.equalsIgnoreCase("error")) {
            return List.of();
        }
        var due = new ArrayList<>(response.failures().stream().flatMap(failure -> failure.beacons().stream())
                .filter(beacon -> beacon.event().equalsIgnoreCase(event)).toList());
        if (!due.isEmpty() && !response.success()) {
            // What belongs to no ad, such as the errors of a break, is due, too; a break that was served has none.
            var known = new HashSet<>(due);
            response.ads().forEach(ad -> known.addAll(ad.tracking()));
            response.trackingUrls(event).filter(beacon -> !known.contains(beacon)).toList().forEach(due::add);
        }
        return due;
    }

    /**
     * Hands beacons to a tracker.
     *
     * @param toUrl the URL of a beacon after macros
     */
    public static TrackingResult send(String event, List<TrackingUrl> beacons, Tracker tracker,
                                      Function<TrackingUrl, String> toUrl) {
        return send(event, beacons, beacon -> tracker.track(beacon, toUrl.apply(beacon)));
    }

    /**
     * Hands beacons of several ads to a tracker, each in the context of its ad: a wrapper's beacon is declared once and
     * sent for each ad of the pod below it, with that ad's values (VAST 4.3 §3.3.1).
     *
     * @param toCall the beacon in the context of its ad, ready to be sent
     */
    public static TrackingResult sendEach(String event, List<TrackingUrl> beacons, AdResponse response,
                                          TrackContext context,
                                          BiFunction<TrackingUrl, TrackContext, BeaconCall> toCall) {
        var seen = new HashMap<TrackingUrl, Integer>();
        var due = new ArrayList<BeaconCall>();
        for (TrackingUrl beacon : beacons) {
            int before = seen.merge(beacon, 1, Integer::sum) - 1;
            OptionalInt ad = context.adIndex().isPresent() ? context.adIndex() : IntStream
                    .range(0, response.ads().size()).filter(i -> response.ads().get(i).tracking().contains(beacon))
                    .skip(before).findFirst();
            due.add(toCall.apply(beacon, context.about(ad)));
        }
        return due.isEmpty() ? TrackingResult.notDeclared(event)
                : new TrackingResult(event, true, SideBySide.all(due, context.tracker()::track));
    }

    /**
     * Hands beacons to a tracker, with what became of their macros.
     *
     * @param toCall the beacon, ready to be sent
     */
    public static TrackingResult sendCalls(String event, List<TrackingUrl> beacons, Tracker tracker,
                                           Function<TrackingUrl, BeaconCall> toCall) {
        return send(event, beacons, beacon -> tracker.track(toCall.apply(beacon)));
    }

    private static TrackingResult send(String event, List<TrackingUrl> beacons,
                                       Function<TrackingUrl, TrackingEvent> track) {
        return beacons.isEmpty() ? TrackingResult.notDeclared(event)
                : new TrackingResult(event, true, SideBySide.all(beacons, track));
    }
}
