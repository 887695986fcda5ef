package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.protocol.HttpScenario;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.tracking.TrackingEvent;
import io.spotcheck.upstream.UpstreamPolicy;
import java.time.Duration;
import java.util.List;

/** A scenario over real HTTP: an ad server on this machine, and an orchestrator that asks it. */
abstract class AdServerScenario extends HttpScenario {

    static final AdRequest REQUEST = AdRequest.builder("pre-roll", "tester").build();
    /** Long enough for a loaded machine, short enough to wait for. */
    private static final Duration HOP_TIMEOUT = Duration.ofMillis(1500);

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
