package io.spotcheck.tracking;

import io.spotcheck.ad.TrackingUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A tracker that sends nothing. */
public final class RecordingTracker implements Tracker {

    @Override
    public TrackingEvent track(TrackingUrl beacon, String url) {
        return new TrackingEvent(beacon, url, TrackingEvent.Outcome.RECORDED, Instant.now(), Duration.ZERO,
                Optional.empty());
    }

    @Override
    public boolean fires() {
        return false;
    }
}
