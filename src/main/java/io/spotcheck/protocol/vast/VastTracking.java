package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroContext;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.macro.Substitution;
import io.spotcheck.protocol.EventBeacons;
import io.spotcheck.protocol.TrackContext;
import io.spotcheck.protocol.vast.catalogue.MacroTable;
import io.spotcheck.resolution.Headers;
import io.spotcheck.tracking.BeaconCall;
import io.spotcheck.tracking.TrackingResult;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tracks an event of an answer: all of its beacons, of all hops, side by side (VAST 4.3 §3.14). Protocols that carry
 * VAST track its ads with it.
 */
public final class VastTracking {

    private static final String ERROR_CODE = "ERRORCODE";
    private static final String REASON = "REASON";
    private static final String UNDEFINED_ERROR = "900";
    /** Spotcheck executes no vendor's code (VAST 4.3 §3.17.4). */
    private static final String VERIFICATION_NOT_SUPPORTED = "2";

    private final MacroEngine macros;

    /** Tracking that fills macros by this engine. */
    public VastTracking(MacroEngine macros) {
        this.macros = macros;
    }

    /** Hands every beacon of an event, of every hop, to the context's tracker. */
    public TrackingResult track(String event, AdResponse response, TrackContext context) {
        Headers headers = KeptForBeacons.in(response).headers();
        return EventBeacons.sendEach(event, EventBeacons.of(event, response, context), response, context,
                (beacon, ofAd) -> new BeaconCall(beacon, substitute(beacon, response, ofAd), headers));
    }

    /** The URL of a beacon after macros. */
    public String url(TrackingUrl beacon, AdResponse response, TrackContext context) {
        return substitute(beacon, response, context).after();
    }

    /** The URL of a beacon before and after macros. */
    public Substitution substitute(TrackingUrl beacon, AdResponse response, TrackContext context) {
        // What is known later is stronger: the request, then the ad, then what happened, then what the player says.
        MacroValues asked = KeptForBeacons.in(response).values();
        MacroValues values = asked.with(AdMacros.of(beacon, response, context.adIndex()))
                .with(ofEvent(beacon, response, asked)).with(context.macros());
        return macros.substitute(beacon.url(), values, MacroTable.standard(), kind(beacon));
    }

    private static MacroContext kind(TrackingUrl beacon) {
        String event = beacon.event().toLowerCase(Locale.ROOT);
        if (event.equals("error")) {
            return MacroContext.ERROR;
        }
        if (event.equals("verificationnotexecuted")) {
            return MacroContext.VERIFICATION;
        }
        return event.endsWith("click") ? MacroContext.CLICK : MacroContext.TRACKING;
    }

    private static MacroValues ofEvent(TrackingUrl beacon, AdResponse response, MacroValues asked) {
        return switch (kind(beacon)) {
            case ERROR -> MacroValues.none().with(ERROR_CODE, errorCode(beacon, response).orElseGet(() ->
                    asked.value(ERROR_CODE).orElse(UNDEFINED_ERROR)));
            case VERIFICATION -> MacroValues.none().with(REASON, asked.value(REASON)
                    .orElse(VERIFICATION_NOT_SUPPORTED));
            case REQUEST, TRACKING, CLICK -> MacroValues.none();
        };
    }

    /** What went wrong; empty when nothing did that has a code. */
    private static Optional<String> errorCode(TrackingUrl beacon, AdResponse response) {
        OptionalInt code = beacon.dueFor().isPresent() ? beacon.dueFor()
                : response.failures().stream().filter(f -> f.beacons().contains(beacon)).findFirst()
                .map(AdError::protocolCode).orElse(response.protocolCode());
        return code.isPresent() ? Optional.of(String.valueOf(code.getAsInt())) : Optional.empty();
    }
}
