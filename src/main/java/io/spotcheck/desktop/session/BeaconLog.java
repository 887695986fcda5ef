package io.spotcheck.desktop.session;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.tracking.TrackingEvent;
import io.spotcheck.tracking.TrackingResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The tracking log of a tab: tracks over the orchestrator that gave the tab's answer. */
public final class BeaconLog implements Beacons {

    private static final Executor IN_BACKGROUND = work -> Thread.ofVirtual().name("track").start(work);

    private final UiThread ui;
    private final RunningResolution resolution;
    private final BeaconMode mode;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Entry> readOnly = FXCollections.unmodifiableObservableList(entries);
    private CompletableFuture<@Nullable Void> recorded = CompletableFuture.completedFuture(null);
    private long tracked;

    /** A log of what is tracked of this resolution's answers. */
    public BeaconLog(UiThread ui, RunningResolution resolution, BeaconMode mode) {
        this.ui = ui;
        this.resolution = resolution;
        this.mode = mode;
    }

    @Override
    public ObservableList<Entry> log() {
        return readOnly;
    }

    @Override
    public ReadOnlyBooleanProperty firingProperty() {
        return mode.firingProperty();
    }

    @Override
    public void track(String event, OptionalInt adIndex, MacroValues macros) {
        track(event, resolution.responseProperty().get(), adIndex, macros);
    }

    @Override
    public void trackProgress(String offset, OptionalInt adIndex, MacroValues macros) {
        track("progress", resolution.responseProperty().get().map(a -> only(beacon -> isDue(beacon, offset), a)),
                adIndex, macros);
    }

    @Override
    public void trackCreative(String event, int adIndex, int creativeId, MacroValues macros) {
        track(event, resolution.responseProperty().get().map(a -> only(beacon -> beacon.nodeId() == creativeId, a)),
                OptionalInt.of(adIndex), macros);
    }

    private void track(String event, Optional<AdResponse> answer, OptionalInt adIndex, MacroValues macros) {
        ui.check();
        Optional<Orchestrator> orchestrator = resolution.orchestrator();
        if (answer.isEmpty() || orchestrator.isEmpty()) {
            return;
        }
        Runnable work = () -> {
            ui.checkNot();
            Instant at = Instant.now();
            TrackingResult result = orchestrator.get().trackEvent(event, answer.get(), adIndex, macros);
            ui.execute(() -> add(result, at));
        };
        if (mode.firingProperty().get()) {
            IN_BACKGROUND.execute(work);
        } else {
            // What is only written down is written down in order; what is sent need not wait for a slow server.
            recorded = recorded.handleAsync((_, _) -> {
                work.run();
                return null;
            }, IN_BACKGROUND);
        }
    }

    @Override
    public void clear() {
        ui.check();
        entries.clear();
        tracked = 0;
    }

    /** An answer with these of its beacons only. */
    private static AdResponse only(Predicate<TrackingUrl> wanted, AdResponse answer) {
        return answer.toBuilder()
                .ads(answer.ads().stream().map(ad -> ad.withTracking(only(wanted, ad.tracking()))).toList())
                .trackingUrls(only(wanted, answer.trackingUrls())).build();
    }

    private static List<TrackingUrl> only(Predicate<TrackingUrl> wanted, List<TrackingUrl> beacons) {
        return beacons.stream().filter(wanted).toList();
    }

    /** Progress beacons of other offsets are not due. */
    private static boolean isDue(TrackingUrl beacon, String offset) {
        return !beacon.event().equalsIgnoreCase("progress") || beacon.offset().equals(Optional.of(offset));
    }

    private void add(TrackingResult result, Instant at) {
        ui.check();
        if (result.events().isEmpty()) {
            entries.add(new Entry(++tracked, result.event(), Optional.empty(), at));
        }
        for (TrackingEvent event : result.events()) {
            entries.add(new Entry(++tracked, result.event(), Optional.of(event), event.at()));
        }
    }
}
