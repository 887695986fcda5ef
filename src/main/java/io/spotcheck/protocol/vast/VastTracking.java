package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.TrackContext;
import io.spotcheck.tracking.TrackingEvent;
import io.spotcheck.tracking.TrackingResult;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tracks an event of an answer: all of its beacons, of all hops, side by side (VAST 4.3 §3.14). */
final class VastTracking {

    private static final int UNDEFINED_ERROR = 900;
    private static final Set<Scope> THE_AD = EnumSet.of(Scope.AD, Scope.LINEAR, Scope.NON_LINEAR);

    private final MacroEngine macros;

    VastTracking(MacroEngine macros) {
        this.macros = macros;
    }

    TrackingResult track(String event, AdResponse response, TrackContext context) {
        List<TrackingUrl> beacons = beacons(event, response, context);
        if (beacons.isEmpty()) {
            return TrackingResult.notDeclared(event);
        }
        return new TrackingResult(event, true, sendAll(beacons, response, context));
    }

    /** What is known of a beacon: an error's own code, and what the player says. */
    private static MacroValues values(TrackingUrl beacon, AdResponse response, TrackContext context) {
        if (!beacon.event().equalsIgnoreCase("error")) {
            return context.macros();
        }
        OptionalInt own = response.failures().stream().filter(f -> f.beacons().contains(beacon)).findFirst()
                .map(AdError::protocolCode).orElse(response.protocolCode());
        return MacroValues.none().with("ERRORCODE", String.valueOf(own.orElse(UNDEFINED_ERROR)))
                .with(context.macros());
    }

    /**
     * The beacons of an event. A companion's {@code creativeView} is not that of the ad: beacons of companions, icons
     * and vendors are meant only where the ad itself has no such event.
     */
    private static List<TrackingUrl> beacons(String event, AdResponse response, TrackContext context) {
        List<TrackingUrl> all = (context.adIndex().isPresent()
                ? response.ads().get(context.adIndex().getAsInt()).tracking() : response.trackingUrls())
                .stream().filter(t -> t.event().equalsIgnoreCase(event)).toList();
        List<TrackingUrl> own = all.stream().filter(t -> THE_AD.contains(t.scope())).toList();
        return own.isEmpty() ? all : own;
    }

    private List<TrackingEvent> sendAll(List<TrackingUrl> beacons, AdResponse response,
                                               TrackContext context) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<TrackingEvent>> sent = beacons.stream().map(beacon -> threads.submit(() ->
                    context.tracker().track(beacon,
                            macros.substitute(beacon.url(), values(beacon, response, context)).after()))).toList();
            var events = new ArrayList<TrackingEvent>(sent.size());
            for (Future<TrackingEvent> one : sent) {
                events.add(one.get());
            }
            return events;
        } catch (InterruptedException calledOff) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("tracking was interrupted", calledOff);
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the tracker failed", fault.getCause());
        }
    }
}
