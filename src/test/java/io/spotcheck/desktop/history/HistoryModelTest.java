package io.spotcheck.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.cache.MemoryCache;
import io.spotcheck.desktop.session.BeaconMode;
import io.spotcheck.desktop.session.History;
import io.spotcheck.desktop.session.LiveResolution.Phase;
import io.spotcheck.desktop.session.Orchestrators;
import io.spotcheck.desktop.session.PlainUiThread;
import io.spotcheck.desktop.session.RunningResolution;
import io.spotcheck.orchestrator.Freshness;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamConfig;
import io.spotcheck.orchestrator.OrchestratorConfig;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.transport.MemoryTransport;
import io.spotcheck.workspace.Variables;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryModelTest {

    private static final String TAG = """
            <VAST version="3.0"><Ad id="a"><InLine><AdSystem>S</AdSystem><AdTitle>T</AdTitle>
            <Impression>https://b.example/i</Impression><Creatives><Creative><Linear><Duration>00:00:15</Duration>
            <MediaFiles><MediaFile delivery="progressive" type="video/mp4" width="640" height="360">https://b.example/a.mp4
            </MediaFile></MediaFiles></Linear></Creative></Creatives></InLine></Ad></VAST>""";

    private final PlainUiThread ui = new PlainUiThread();
    private final RunningResolution live = new RunningResolution(ui, _ -> () -> { });
    private final Orchestrators orchestrators = new Orchestrators(new MemoryTransport(Map.of()), new MemoryCache(),
            new BeaconMode(new RecordingTracker()), _ -> Variables.none());
    private final HistoryModel model = new HistoryModel(live.history(), live, live::recall, ZoneOffset.UTC);

    @AfterEach
    void end() {
        ui.close();
    }

    @Test
    void keepsWhatATabResolvedAndShowsItAgain() {
        resolve(TAG, Freshness.CACHED_IS_FINE);
        resolve("<VAST version=\"3.0\"/>", Freshness.FRESH);
        assertThat(ui.call(() -> model.entries().stream().map(e -> HistoryModel.verdict(e).headline()).toList()))
                .containsExactly("NO_AD 303", "served 15 s ad");
        assertThat(ui.call(() -> model.currentProperty().get()).orElseThrow().number()).isEqualTo(2);

        History.Entry first = ui.call(() -> model.entries().getLast());
        assertThat(HistoryModel.tag(first)).isEqualTo("https://ads.example/tag");
        ui.call(() -> {
            model.show(first);
            return true;
        });
        assertThat(ui.call(() -> live.responseProperty().get())).contains(first.answer());
        assertThat(ui.call(() -> live.phaseProperty().get())).isEqualTo(Phase.FINISHED);
        assertThat(ui.call(live::orchestrator)).isEqualTo(first.orchestrator()).isPresent();
        assertThat(ui.call(live::request)).map(AdRequest::slotId).contains("slot");
        assertThat(ui.call(() -> model.currentProperty().get())).contains(first);
        assertThat(ui.call(() -> model.entries().size())).isEqualTo(2);
    }

    @Test
    void theOldestGoesWhenThereAreTooMany() {
        for (int i = 0; i < History.MOST + 1; i++) {
            resolve("<VAST version=\"3.0\"/>", Freshness.FRESH);
        }
        assertThat(ui.call(() -> model.entries().size())).isEqualTo(History.MOST);
        assertThat(ui.call(() -> model.entries().getLast().number())).isEqualTo(2);
    }

    @Test
    void tellsTheTimeOfTheClockOnTheWall() {
        var entry = new History.Entry(1, Instant.parse("2026-03-01T09:05:07Z"), AdResponse.served("s").build(),
                Optional.empty(), Optional.empty());
        assertThat(model.time(entry)).isEqualTo("09:05:07");
    }

    private void resolve(String document, Freshness freshness) {
        var config = OrchestratorConfig.of("vast", UpstreamConfig.memory("https://ads.example/tag", document));
        AdRequest request = AdRequest.builder("slot", "tester").build();
        ui.call(() -> {
            live.start(() -> orchestrators.forTab(config, request, Path.of("")), freshness);
            return true;
        });
        await().until(() -> ui.call(() -> live.phaseProperty().get()) == Phase.FINISHED);
    }
}
