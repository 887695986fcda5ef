package io.spotcheck.tracking;

import io.spotcheck.ad.TrackingUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A tracker that sends nothing. */
public final class RecordingTracker implements Tracker {

    @Override
    public TrackingEvent track(TrackingUrl beacon, String url) {
        return track(BeaconCall.of(beacon, url));
    }

    @Override
    public TrackingEvent track(BeaconCall call) {
        return new TrackingEvent(call.beacon(), call.url().after(), TrackingEvent.Outcome.RECORDED, Instant.now(),
                Duration.ZERO, List.of(), Optional.empty(), call.url());
    }

    @Override
    public boolean fires() {
        return false;
    }
}
