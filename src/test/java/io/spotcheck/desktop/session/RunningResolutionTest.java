package io.spotcheck.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.cache.MemoryCache;
import io.spotcheck.desktop.session.LiveResolution.Phase;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.orchestrator.ConfigurationException;
import io.spotcheck.orchestrator.OrchestratorConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamConfig;
import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Headers;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.transport.Transport;
import io.spotcheck.transport.TransportRequest;
import io.spotcheck.workspace.Variables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningResolutionTest {

    private static final String TAG = """
            <VAST version="3.0"><Ad id="a"><InLine><AdSystem>S</AdSystem><AdTitle>T</AdTitle>
            <Impression>https://b.example/i</Impression><Creatives><Creative><Linear><Duration>00:00:15</Duration>
            <MediaFiles><MediaFile delivery="progressive" type="video/mp4" width="640" height="360">https://b.example/a.mp4
            </MediaFile></MediaFiles></Linear></Creative></Creatives></InLine></Ad></VAST>""";

    private final PlainUiThread ui = new PlainUiThread();
    private final CountDownLatch answered = new CountDownLatch(1);
    private final BeaconMode mode = new BeaconMode(new RecordingTracker());
    private volatile Runnable pulse = () -> { };
    private final RunningResolution live = new RunningResolution(ui, onPulse -> {
        pulse = onPulse;
        return () -> pulse = () -> { };
    });

    @AfterEach
    void end() {
        ui.close();
    }

    @Test
    void growsWhileItRunsAndEndsWithTheAnswer() {
        start("https://ads.example/tag");
        await().until(() -> ui.call(() -> {
            pulse.run();
            return live.resolutionProperty().get().nodes().anyMatch(n -> n.kind() == NodeKind.DOCUMENT);
        }));
        assertThat(phase()).isEqualTo(Phase.RUNNING);
        answered.countDown();
        await().until(() -> phase() == Phase.FINISHED);
        assertThat(answer().success()).isTrue();
        assertThat(Verdict.of(answer()).headline()).isEqualTo("served 15 s ad");
        assertThat(Verdict.of(answer()).details()).contains("1 hop", "cache miss, kept 60 min");
    }

    @Test
    void keepsWhatWasFoundWhenItIsCalledOff() {
        start("https://ads.example/tag");
        await().until(() -> ui.call(() -> {
            pulse.run();
            return live.resolutionProperty().get().nodes().anyMatch(n -> n.kind() == NodeKind.DOCUMENT);
        }));
        ui.call(() -> {
            live.cancel();
            return true;
        });
        await().until(() -> phase() == Phase.FINISHED);
        assertThat(answer().errorCode()).contains(ErrorCode.CANCELLED);
        assertThat(answer().resolution().nodes()).anyMatch(n -> n.kind() == NodeKind.DOCUMENT);
    }

    @Test
    void saysWhatIsWrongWithAConfiguration() {
        ui.call(() -> {
            live.start(() -> {
                throw new ConfigurationException("An upstream needs an endpoint.");
            });
            return true;
        });
        await().until(() -> phase() == Phase.FINISHED);
        assertThat(answer().error()).contains("An upstream needs an endpoint.");
    }

    @Test
    void isUsedOnItsOwnThreadOnly() {
        assertThatThrownBy(live::cancel).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tracksTheEventsOfItsAnswer() {
        answered.countDown();
        var log = new BeaconLog(ui, live, mode);
        start("https://ads.example/tag");
        await().until(() -> phase() == Phase.FINISHED);
        ui.call(() -> {
            log.track("impression", OptionalInt.empty(), MacroValues.none());
            log.track("mute", OptionalInt.empty(), MacroValues.none());
            return true;
        });
        await().until(() -> ui.call(() -> log.log().size()) == 2);
        List<Beacons.Entry> entries = ui.call(() -> List.copyOf(log.log()));
        assertThat(entries).filteredOn(e -> e.event().equals("impression")).singleElement()
                .satisfies(e -> assertThat(e.tracked()).isPresent());
        assertThat(entries).filteredOn(e -> e.event().equals("mute")).singleElement()
                .satisfies(e -> assertThat(e.tracked()).isEmpty());
    }

    private void start(String url) {
        var orchestrators = new Orchestrators(new Waiting(), new MemoryCache(), mode, _ -> Variables.none());
        ui.call(() -> {
            live.start(() -> orchestrators.forTab(OrchestratorConfig.of("vast", UpstreamConfig.http(url)),
                    AdRequest.builder("pre-roll", "tester").build(), Path.of("")));
            return true;
        });
    }

    private Phase phase() {
        return ui.call(() -> live.phaseProperty().get());
    }

    private AdResponse answer() {
        return ui.call(() -> live.responseProperty().get().orElseThrow());
    }

    /** Answers when it is told to. */
    private final class Waiting implements Transport {

        @Override
        public Exchange exchange(TransportRequest request) {
            try {
                answered.await();
                var response = new Exchange.Response(200, "HTTP/1.1", Headers.none(), Body.of(TAG), TAG.length());
                return new Exchange(request.toExchangeRequest(), Optional.of(response), Optional.empty(),
                        Duration.ofMillis(5), List.of());
            } catch (InterruptedException calledOff) {
                Thread.currentThread().interrupt();
                return new Exchange(request.toExchangeRequest(), Optional.empty(), Optional.of(new Exchange.Failure(
                        Exchange.FailureKind.CANCELLED, "The request was called off.")), Duration.ZERO, List.of());
            }
        }

        @Override
        public String identity() {
            return "waiting";
        }
    }
}
