package io.spotcheck.protocol.vmap;

import static io.spotcheck.protocol.vmap.Schedules.vmap;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.protocol.HttpScenario;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.tracking.TrackingEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;

/** A scenario over real HTTP: a server of schedules on this machine, and an orchestrator that asks it. */
abstract class ScheduleScenario extends HttpScenario {

    static final AdRequest REQUEST = AdRequest.builder("show", "tester").build();

    void answerLate(String path, String body, long millis) {
        answer(path, new MockResponse.Builder().headersDelay(millis, TimeUnit.MILLISECONDS).body(body).build());
    }

    Orchestrator orchestrator(VmapUpstream upstream) {
        return Orchestrator.builder(new VmapProtocolHandler(upstream)).enableCaching(false)
                .tracker(new RecordingTracker()).timeout(Duration.ofSeconds(10)).build();
    }

    AdResponse resolve(AdRequest request, String... breaks) {
        answer("/vmap", vmap(breaks));
        return resolve(new VmapUpstream(transport, url("/vmap")), request);
    }

    AdResponse resolve(VmapUpstream upstream, AdRequest request) {
        try (var orchestrator = orchestrator(upstream)) {
            return orchestrator.fetchAd(request);
        }
    }

    List<String> tracked(String event, AdResponse response, OptionalInt ad) {
        try (var orchestrator = orchestrator(new VmapUpstream(transport, url("/vmap")))) {
            return orchestrator.trackEvent(event, response, ad, MacroValues.none()).events().stream()
                    .map(TrackingEvent::url).toList();
        }
    }

    static List<String> ids(AdResponse response) {
        return response.ads().stream().map(Ad::id).map(Optional::orElseThrow).toList();
    }

    static AdRequest at(Duration playhead, Duration length) {
        return REQUEST.toBuilder().playheadPosition(playhead).contentDuration(length).build();
    }

    static List<Node> nodes(AdResponse response, NodeKind kind) {
        return response.resolution().nodes().filter(n -> n.kind() == kind).toList();
    }
}
