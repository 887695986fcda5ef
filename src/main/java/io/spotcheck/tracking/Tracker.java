package io.spotcheck.tracking;

import io.spotcheck.ad.TrackingUrl;

/** Does with a beacon what it is there for: sends it, or only writes it down. Safe for use by many threads. */
public interface Tracker {

    /**
     * Handles one beacon. Never throws for what the network did.
     *
     * @param beacon the beacon as declared
     * @param url    its URL after macros
     */
    TrackingEvent track(TrackingUrl beacon, String url);

    /** Handles one beacon whose macros were filled. Never throws for what the network did. */
    default TrackingEvent track(BeaconCall call) {
        return track(call.beacon(), call.url().after()).withMacros(call.url());
    }

    /** Whether beacons leave the machine. */
    boolean fires();
}
