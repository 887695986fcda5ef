package io.spotcheck.cli;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.orchestrator.Quantities;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Status;
import io.spotcheck.tracking.TrackingEvent;
import io.spotcheck.tracking.TrackingResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells how many beacons each event has on each hop, and what came of those that were sent. */
final class BeaconText {

    private static final int HOP_WIDTH = 7;

    private final Ink ink;

    BeaconText(Ink ink) {
        this.ink = ink;
    }

    /** A table of events and hops; empty when the answer declares no beacon. */
    List<String> table(AdResponse response, boolean fires) {
        var byEvent = new LinkedHashMap<String, List<TrackingUrl>>();
        response.trackingUrls().forEach(beacon -> byEvent.computeIfAbsent(name(beacon), event -> new ArrayList<>())
                .add(beacon));
        if (byEvent.isEmpty()) {
            return List.of();
        }
        int hops = 1 + response.trackingUrls().stream().mapToInt(TrackingUrl::hop).max().orElse(0);
        String title = Messages.text(fires ? "beacons.fire" : "beacons.record");
        int left = Math.max(title.length(), 2 + byEvent.keySet().stream().mapToInt(String::length).max().orElse(0));
        var lines = new ArrayList<String>();
        var head = new StringBuilder(ink.bold(title)).append(" ".repeat(left - title.length()));
        for (int hop = 0; hop < hops; hop++) {
            head.append(ink.dim(pad(Messages.text("beacons.hop", hop))));
        }
        lines.add(head.toString());
        byEvent.forEach((event, beacons) -> lines.add(row(event, beacons, left, hops)));
        return lines;
    }

    /** What came of the beacons of one event, whether they were sent or only recorded. */
    List<String> sent(TrackingResult result) {
        var lines = new ArrayList<String>();
        if (!result.declared()) {
            lines.add(ink.mark(Status.SKIPPED) + " " + Messages.text("beacons.undeclared", result.event()));
        }
        for (TrackingEvent event : result.events()) {
            boolean arrived = event.outcome() != TrackingEvent.Outcome.FAILED;
            String status = event.status().isPresent() ? String.valueOf(event.status().getAsInt()) : "   ";
            lines.add(ink.mark(arrived ? Status.OK : Status.ERROR) + " " + result.event() + "  "
                    + ink.dim(Messages.text("beacons.hop", event.beacon().hop())) + "  " + status + "  "
                    + ink.dim(Quantities.describe(event.duration())) + "  " + event.url()
                    + event.error().map(why -> "  " + ink.bad(why)).orElse(""));
            event.findings().stream().filter(finding -> finding.severity() != Severity.INFO)
                    .forEach(finding -> lines.add("  " + ink.mark(Status.WARNING) + " " + finding.message()));
        }
        return lines;
    }

    private String row(String event, List<TrackingUrl> beacons, int left, int hops) {
        Map<Integer, Integer> perHop = new LinkedHashMap<>();
        beacons.forEach(beacon -> perHop.merge(beacon.hop(), 1, Integer::sum));
        var row = new StringBuilder("  ").append(event).append(" ".repeat(left - 2 - event.length()));
        for (int hop = 0; hop < hops; hop++) {
            Integer number = perHop.get(hop);
            row.append(number == null ? ink.dim(pad("–")) : pad(String.valueOf(number)));
        }
        return row.toString();
    }

    /** A companion's {@code creativeView} is not the ad's, so it has a line of its own. */
    private static String name(TrackingUrl beacon) {
        String event = beacon.event() + beacon.offset().map(at -> " " + at).orElse("");
        boolean ownOfAd = Set.of(Scope.AD, Scope.LINEAR, Scope.NON_LINEAR).contains(beacon.scope());
        return ownOfAd ? event : event + " (" + beacon.scope().wireName() + ")";
    }

    private static String pad(String text) {
        return " ".repeat(Math.max(1, HOP_WIDTH - text.length())) + text;
    }
}
