package io.spotcheck.protocol.vmap;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdBreak;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.macro.Substitution;
import io.spotcheck.protocol.EventBeacons;
import io.spotcheck.protocol.TrackContext;
import io.spotcheck.protocol.vast.KeptForBeacons;
import io.spotcheck.protocol.vast.VastTracking;
import io.spotcheck.protocol.vmap.document.TimeOffset;
import io.spotcheck.protocol.vmap.document.VmapBreak;
import io.spotcheck.protocol.vmap.document.VmapError;
import io.spotcheck.resolution.Headers;
import io.spotcheck.tracking.BeaconCall;
import io.spotcheck.tracking.TrackingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tracks the events of breaks, and of the ads in them (VMAP 1.0.1 §2.3.3 and §2.5). */
final class VmapTracking {

    private final MacroEngine macros;
    private final VastTracking vast;

    VmapTracking(MacroEngine macros) {
        this.macros = macros;
        vast = new VastTracking(macros);
    }

    TrackingResult track(String event, AdResponse response, TrackContext context) {
        var beacons = new ArrayList<>(EventBeacons.of(event, response, context));
        context.adIndex().ifPresent(index -> beaconsOfBreak(event, response, response.ads().get(index)).distinct()
                .filter(beacon -> !beacons.contains(beacon)).toList().forEach(beacons::add));
        Headers headers = KeptForBeacons.in(response).headers();
        // A failure of a break is told once; anything else is told for each ad that it is about.
        List<TrackingUrl> due = event.equalsIgnoreCase("error") ? beacons.stream().distinct().toList() : beacons;
        return EventBeacons.sendEach(event, due, response, context,
                (beacon, ofAd) -> new BeaconCall(beacon, url(beacon, response, ofAd), headers));
    }

    /** What is about one ad is also about the break in which it is shown. */
    private static Stream<TrackingUrl> beaconsOfBreak(String event, AdResponse response, Ad ad) {
        return response.breaks().stream().filter(b -> b.ads().stream().anyMatch(a -> a.nodeId() == ad.nodeId()))
                .flatMap(b -> b.tracking().stream()).filter(t -> t.event().equalsIgnoreCase(event));
    }

    private Substitution url(TrackingUrl beacon, AdResponse response, TrackContext context) {
        MacroValues known = home(beacon, response).flatMap(b -> TimeOffset.parse(b.timeOffset()))
                .map(offset -> BreakMacros.of(offset, true)).orElse(MacroValues.none());
        var inBreak = new TrackContext(context.tracker(), known.with(context.macros()), context.adIndex());
        return beacon.scope() == TrackingUrl.Scope.BREAK
                ? macros.substitute(beacon.url(), KeptForBeacons.in(response).values()
                        .with(ofBreak(beacon, response, inBreak)))
                : vast.substitute(beacon, response, inBreak);
    }

    private static Optional<AdBreak> home(TrackingUrl beacon, AdResponse response) {
        return response.breaks().stream().filter(b -> b.tracking().contains(beacon)
                || b.ads().stream().anyMatch(ad -> ad.tracking().contains(beacon))).findFirst();
    }

    /** The macros of VMAP, and that of VAST, which many servers write in its place. */
    private static MacroValues ofBreak(TrackingUrl beacon, AdResponse response, TrackContext context) {
        if (!beacon.event().equals("error")) {
            return context.macros();
        }
        Optional<AdError> failure = response.failures().stream().filter(f -> f.beacons().contains(beacon)).findFirst();
        Optional<String> said = context.macros().value("ERRORCODE");
        String code = said.orElseGet(() -> String.valueOf(failure.map(AdError::protocolCode)
                .orElse(response.protocolCode()).orElse(VmapError.UNDEFINED.code())));
        String message = failure.map(AdError::message).or(response::error).orElse("Undefined error");
        return MacroValues.none().with("ERRORCODE", code).with("ERROR_CODE", code).with("ERROR_MESSAGE", message)
                .with(context.macros());
    }

    /** The beacons of a break as a part of the answer. */
    static List<TrackingUrl> beacons(VmapBreak each, int nodeId) {
        return each.beacons().stream().map(b -> b.at(0, nodeId)).toList();
    }
}
