package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.EventBeacons;
import io.spotcheck.protocol.TrackContext;
import io.spotcheck.tracking.TrackingResult;
import java.util.OptionalInt;

/**
 * Tracks an event of an answer: all of its beacons, of all hops, side by side (VAST 4.3 §3.14). Protocols that carry
 * VAST track its ads with it.
 */
public final class VastTracking {

    private static final int UNDEFINED_ERROR = 900;

    private final MacroEngine macros;

    /** Tracking that fills macros by this engine. */
    public VastTracking(MacroEngine macros) {
        this.macros = macros;
    }

    /** Hands every beacon of an event, of every hop, to the context's tracker. */
    public TrackingResult track(String event, AdResponse response, TrackContext context) {
        return EventBeacons.send(event, EventBeacons.of(event, response, context), context.tracker(),
                beacon -> url(beacon, response, context));
    }

    /** The URL of a beacon after macros. */
    public String url(TrackingUrl beacon, AdResponse response, TrackContext context) {
        return macros.substitute(beacon.url(), values(beacon, response, context)).after();
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
}
