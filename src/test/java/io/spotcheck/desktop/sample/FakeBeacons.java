package io.spotcheck.desktop.sample;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.desktop.session.Beacons;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.tracking.TrackingEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Beacons that are written down at once and never sent. */
public final class FakeBeacons implements Beacons {

    private final FakeResolution live;
    private final ObservableList<Entry> log = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper firing = new ReadOnlyBooleanWrapper();
    private final List<Tracked> tracked = new ArrayList<>();

    /** What was asked for. */
    public record Tracked(String event, OptionalInt adIndex, MacroValues macros) {
    }

    /** Beacons of this resolution's answer. */
    public FakeBeacons(FakeResolution live) {
        this.live = live;
    }

    /** Chooses between recording and firing. */
    public void fire(boolean fires) {
        firing.set(fires);
    }

    /** What was asked for, in order. */
    public List<Tracked> tracked() {
        return tracked;
    }

    /** The events that were asked for, in order. */
    public List<String> events() {
        return tracked.stream().map(Tracked::event).toList();
    }

    /** Adds a line as if it had been tracked. */
    public void add(TrackingEvent event) {
        log.add(new Entry(log.size() + 1, event.beacon().event(), Optional.of(event), event.at()));
    }

    @Override
    public ObservableList<Entry> log() {
        return log;
    }

    @Override
    public ReadOnlyBooleanProperty firingProperty() {
        return firing.getReadOnlyProperty();
    }

    @Override
    public void track(String event, OptionalInt adIndex, MacroValues macros) {
        tracked.add(new Tracked(event, adIndex, macros));
        List<TrackingUrl> declared = live.responseProperty().get().stream()
                .flatMap((AdResponse answer) -> answer.trackingUrls(event)).toList();
        if (declared.isEmpty()) {
            log.add(new Entry(log.size() + 1, event, Optional.empty(), Instant.now()));
        }
        var engine = new MacroEngine();
        declared.forEach(beacon -> add(new TrackingEvent(beacon, engine.substitute(beacon.url(), macros).after(),
                TrackingEvent.Outcome.RECORDED, Instant.now(), Duration.ZERO, Optional.empty())));
    }

    @Override
    public void trackProgress(String offset, OptionalInt adIndex, MacroValues macros) {
        track("progress", adIndex, macros.with("OFFSET", offset));
    }

    @Override
    public void trackCreative(String event, int adIndex, int creativeId, MacroValues macros) {
        track(event, OptionalInt.of(adIndex), macros.with("CREATIVE", String.valueOf(creativeId)));
    }

    @Override
    public void clear() {
        log.clear();
    }
}
