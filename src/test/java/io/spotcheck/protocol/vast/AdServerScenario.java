package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.tracking.TrackingEvent;
import io.spotcheck.transport.HttpTransport;
import io.spotcheck.upstream.UpstreamPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A scenario over real HTTP: an ad server on this machine, and an orchestrator that asks it. */
abstract class AdServerScenario {

    static final AdRequest REQUEST = AdRequest.builder("pre-roll", "tester").build();
    /** Long enough for a loaded machine, short enough to wait for. */
    private static final Duration HOP_TIMEOUT = Duration.ofMillis(700);

    final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    private final HttpTransport transport = new HttpTransport();

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
        answer(path, new MockResponse.Builder().addHeader("Content-Type", "application/xml").body(body).build());
    }

    void answer(String path, MockResponse response) {
        answers.put(path, response);
    }

    /** A server that takes the request and never answers. */
    void silence(String path) {
        answer(path, new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    }

    VastUpstream upstream(String path) {
        return new VastUpstream(transport, url(path));
    }

    AdResponse resolve(String path) {
        return resolve(upstream(path), REQUEST);
    }

    AdResponse resolve(String path, AdRequest request) {
        return resolve(upstream(path), request);
    }

    AdResponse resolve(VastUpstream upstream, AdRequest request) {
        try (var orchestrator = orchestrator(upstream)) {
            return orchestrator.fetchAd(request);
        }
    }

    /** Resolves where each hop has little time. */
    AdResponse resolveImpatiently(String path) {
        return resolve(upstream(path).withPolicy(UpstreamPolicy.standard().withHopTimeout(HOP_TIMEOUT)), REQUEST);
    }

    private static Orchestrator orchestrator(VastUpstream upstream) {
        return Orchestrator.builder(new VastProtocolHandler(upstream)).enableCaching(false)
                .tracker(new RecordingTracker()).timeout(Duration.ofSeconds(20)).build();
    }

    /** The URLs that an event calls, after macros, as {@code wa/error?code=301}. */
    List<String> called(String event, AdResponse response) {
        try (var orchestrator = orchestrator(upstream("/unused"))) {
            return orchestrator.trackEvent(event, response).events().stream().map(TrackingEvent::url)
                    .map(url -> url.replace("https://t.example/", "")).toList();
        }
    }

    /** The error beacons of one failure, as {@code 0 wa/error}: the hop, and whose it is. */
    static List<String> told(AdError failure) {
        return failure.beacons().stream().map(beacon -> beacon.hop() + " "
                + beacon.url().replace("https://t.example/", "").replace("?code=[ERRORCODE]", "")).toList();
    }

    static List<String> ids(AdResponse response) {
        return response.ads().stream().map(ad -> ad.id().orElseThrow()).toList();
    }
}
