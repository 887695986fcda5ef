package io.spotcheck.desktop.tracking;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.ad.TrackingUrl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * An event that an answer declares, with its beacons of all hops.
 *
 * @param event   the event
 * @param adIndex the ad that declares it, from 0; empty for those of breaks, and when there is no ad and the beacons tell
 *                of the failure
 * @param beacons the beacons, the outermost hop first
 */
public record Declared(String event, OptionalInt adIndex, List<TrackingUrl> beacons) {

    /** The order in which a player meets the events; what is not here comes after. */
    private static final List<String> LIFE = List.of("impression", "viewable", "notViewable", "viewUndetermined",
            "loaded", "creativeView", "start", "firstQuartile", "midpoint", "thirdQuartile", "complete", "progress",
            "mute", "unmute", "pause", "resume", "rewind", "skip", "closeLinear", "click", "customClick", "error");

    /** Copies the list. */
    public Declared {
        beacons = List.copyOf(beacons);
    }

    /** What an answer declares: ad by ad, in the order of a playback. */
    static List<Declared> of(AdResponse answer) {
        if (answer.ads().isEmpty()) {
            return grouped(answer.trackingUrls(), OptionalInt.empty());
        }
        // A break's errors are due when it fails, whoever plays; its start and end are the player's to tell.
        var all = new ArrayList<>(grouped(answer.trackingUrls().stream().filter(beacon ->
                beacon.scope() == Scope.BREAK && !beacon.event().equalsIgnoreCase("error")).toList(),
                OptionalInt.empty()));
        for (int i = 0; i < answer.ads().size(); i++) {
            Ad ad = answer.ads().get(i);
            all.addAll(grouped(ad.tracking(), OptionalInt.of(i)));
        }
        return all;
    }

    private static List<Declared> grouped(List<TrackingUrl> beacons, OptionalInt adIndex) {
        var byEvent = new LinkedHashMap<String, List<TrackingUrl>>();
        beacons.forEach(beacon -> byEvent.computeIfAbsent(beacon.event(), _ -> new ArrayList<>()).add(beacon));
        return byEvent.entrySet().stream().map(e -> new Declared(e.getKey(), adIndex, e.getValue()))
                .sorted(Comparator.comparingInt(d -> moment(d.event()))).toList();
    }

    private static int moment(String event) {
        for (int i = 0; i < LIFE.size(); i++) {
            if (LIFE.get(i).toLowerCase(Locale.ROOT).equals(event.toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return LIFE.size();
    }
}
