package io.spotcheck.desktop.session;

import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.tracking.BeaconCall;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.tracking.Tracker;
import io.spotcheck.tracking.TrackingEvent;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The window's choice between recording and firing, as a tracker that does what is chosen at that moment. Beacons are
 * recorded until somebody chooses otherwise.
 */
public final class BeaconMode implements Tracker {

    private final BooleanProperty firing = new SimpleBooleanProperty(this, "firing");
    private final Tracker recording = new RecordingTracker();
    private final Tracker sending;
    private volatile boolean fires;

    /** A choice between recording and this way of sending. */
    public BeaconMode(Tracker sending) {
        this.sending = sending;
        firing.subscribe(chosen -> fires = chosen);
    }

    /** Whether beacons are sent. Changed on the JavaFX thread. */
    public BooleanProperty firingProperty() {
        return firing;
    }

    @Override
    public TrackingEvent track(TrackingUrl beacon, String url) {
        return (fires ? sending : recording).track(beacon, url);
    }

    @Override
    public TrackingEvent track(BeaconCall call) {
        return (fires ? sending : recording).track(call);
    }

    @Override
    public boolean fires() {
        return fires;
    }
}
