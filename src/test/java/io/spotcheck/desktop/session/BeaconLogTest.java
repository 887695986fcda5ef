package io.spotcheck.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.protocol.vast.VastProtocolHandler;
import io.spotcheck.protocol.vast.VastUpstream;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.transport.MemoryTransport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BeaconLogTest {

    private final Queue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final Thread test = Thread.currentThread();
    private final UiThread ui = new UiThread() {
        @Override
        public boolean isCurrent() {
            return Thread.currentThread() == test;
        }

        @Override
        public void execute(Runnable later) {
            work.add(later);
        }
    };

    @Test
    void onlyTheBeaconsOfTheOffsetThatWasReachedAreTracked() {
        var beacons = List.of(progress("00:00:05", "five"), progress("25%", "quarter"),
                TrackingUrl.of("start", "https://t.example/start"));
        assertThat(tracked(beacons, log -> log.trackProgress("25%", OptionalInt.of(0), MacroValues.none())))
                .containsExactly("https://t.example/quarter");
    }

    @Test
    void onlyTheBeaconsOfTheCreativeItselfAreTracked() {
        var beacons = List.of(TrackingUrl.of("creativeView", "https://t.example/linear"),
                companionView(7, "this"), companionView(8, "other"));
        assertThat(tracked(beacons, log -> log.trackCreative("creativeView", 0, 7, MacroValues.none())))
                .containsExactly("https://t.example/this");
    }

    private List<String> tracked(List<TrackingUrl> beacons, Consumer<BeaconLog> track) {
        var ad = new Ad(Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), List.of(), List.of(), List.of(), beacons, List.of(), 0);
        AdResponse answer = AdResponse.served("slot").ads(List.of(ad)).trackingUrls(beacons).build();
        var resolution = new RunningResolution(ui, _ -> () -> { });
        try (var orchestrator = Orchestrator.builder(new VastProtocolHandler(
                new VastUpstream(new MemoryTransport(new byte[0]), "memory:tag"))).tracker(new RecordingTracker())
                .build()) {
            resolution.show(answer, Optional.of(orchestrator));
            var log = new BeaconLog(ui, resolution, new BeaconMode(new RecordingTracker()));
            track.accept(log);
            await().pollInSameThread().until(() -> {
                Optional.ofNullable(work.poll()).ifPresent(Runnable::run);
                return !log.log().isEmpty();
            });
            return log.log().stream().map(entry -> entry.tracked().orElseThrow().url()).toList();
        }
    }

    private static TrackingUrl companionView(int creative, String name) {
        return new TrackingUrl("creativeView", "https://t.example/" + name, 0, Optional.empty(), creative,
                Optional.empty(), TrackingUrl.Scope.COMPANION);
    }

    private static TrackingUrl progress(String offset, String name) {
        return new TrackingUrl("progress", "https://t.example/" + name, 0, Optional.of(offset), 0, Optional.empty());
    }
}
