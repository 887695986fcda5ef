package io.spotcheck.protocol.vmap;

import static io.spotcheck.protocol.vmap.Schedules.vmap;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.tracking.TrackingEvent;
import io.spotcheck.transport.HttpTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A scenario over real HTTP: a server of schedules on this machine, and an orchestrator that asks it. */
abstract class ScheduleScenario {

    static final AdRequest REQUEST = AdRequest.builder("show", "tester").build();

    final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    final HttpTransport transport = new HttpTransport();

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answers.getOrDefault(request.getUrl().encodedPath(),
                        new MockResponse.Builder().code(404).build());
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    String url(String path) {
        return server.url(path).toString();
    }

    void answer(String path, String body) {
        answers.put(path, new MockResponse.Builder().addHeader("Content-Type", "application/xml").body(body).build());
    }

    void answerLate(String path, String body, long millis) {
        answers.put(path, new MockResponse.Builder().headersDelay(millis, TimeUnit.MILLISECONDS).body(body).build());
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
