package io.spotcheck.tracking;

import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.Substitution;
import io.spotcheck.resolution.Headers;
import java.util.Objects;

/**
 * What a {@link Tracker} is handed: one beacon, ready to be sent.
 *
 * @param beacon  the beacon as declared
 * @param url     its URL before and after macros
 * @param headers the header fields that go with it
 */
public record BeaconCall(TrackingUrl beacon, Substitution url, Headers headers) {

    /** Checks that nothing is missing. */
    public BeaconCall {
        Objects.requireNonNull(beacon, "beacon");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(headers, "headers");
    }

    /** A beacon with its URL after macros, and no header fields. */
    public static BeaconCall of(TrackingUrl beacon, String url) {
        return new BeaconCall(beacon, TrackingEvent.assumed(beacon, url), Headers.none());
    }
}
