package io.spotcheck.protocol.vast;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.protocol.HttpScenario;
import io.spotcheck.protocol.PlayerState;
import io.spotcheck.protocol.TrackContext;
import io.spotcheck.resolution.Finding;
import io.spotcheck.tracking.FiringTracker;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.tracking.Tracker;
import io.spotcheck.tracking.TrackingEvent.Outcome;
import io.spotcheck.tracking.TrackingEvent;
import io.spotcheck.tracking.TrackingResult;
import io.spotcheck.transport.MemoryTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VastTrackingTest extends HttpScenario {

    private String base = "";

    @BeforeEach
    void everyBeaconGoesToTheServer() {
        base = url("/");
    }

    private Orchestrator orchestrator(Tracker tracker, Map<String, String> documents) {
        var bytes = new HashMap<String, byte[]>();
        documents.forEach((url, text) -> bytes.put(url,
                text.replace("https://t.example/", base).getBytes(StandardCharsets.UTF_8)));
        return Orchestrator.builder(new VastProtocolHandler(new VastUpstream(new MemoryTransport(bytes), "memory://a")))
                .tracker(tracker).build();
    }

    private static AdResponse fetch(Orchestrator orchestrator) {
        return orchestrator.fetchAd(AdRequest.builder("pre-roll", "tester").build());
    }

    private List<String> received(int number) throws InterruptedException {
        var targets = new ArrayList<String>();
        for (int i = 0; i < number; i++) {
            RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
            targets.add(request == null ? "nothing" : request.getTarget());
        }
        return targets;
    }

    @Test
    void everyUrlOfTheEventIsFiredFromEveryHopAndSideBySide() throws InterruptedException {
        var bothArrived = new CountDownLatch(2);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                bothArrived.countDown();
                // Neither is answered before both are here: one after the other would never end.
                boolean together = bothArrived.await(10, TimeUnit.SECONDS);
                return new MockResponse.Builder().code(together ? 204 : 500).build();
            }
        });
        try (var orchestrator = orchestrator(new FiringTracker(transport, Duration.ofSeconds(20)),
                Map.of("memory://a", Tags.wrapper("wa", "memory://b"), "memory://b", Tags.inline("in")))) {
            TrackingResult result = orchestrator.trackEvent("start", fetch(orchestrator));

            assertThat(result.declared()).isTrue();
            assertThat(result.isComplete()).isTrue();
            assertThat(result.events()).extracting(e -> e.beacon().hop()).containsExactly(0, 1);
            assertThat(result.events()).allSatisfy(e -> {
                assertThat(e.outcome()).isEqualTo(Outcome.DELIVERED);
                assertThat(e.status()).hasValue(204);
            });
            assertThat(received(2)).containsExactlyInAnyOrder("/wa/start", "/in/start");
        }
    }

    @Test
    void anEventThatTheAdDoesNotDeclareIsSaidSo() {
        try (var orchestrator = orchestrator(new RecordingTracker(), Map.of("memory://a", Tags.inline("in")))) {
            TrackingResult result = orchestrator.trackEvent("rewind", fetch(orchestrator));

            assertThat(result.declared()).isFalse();
            assertThat(result.events()).isEmpty();
        }
    }

    @Test
    void aRecordingTrackerSendsNothing() {
        try (var orchestrator = orchestrator(new RecordingTracker(), Map.of("memory://a", Tags.inline("in")))) {
            TrackingResult result = orchestrator.trackEvent("impression", fetch(orchestrator));

            assertThat(result.events()).singleElement().satisfies(e ->
                    assertThat(e.outcome()).isEqualTo(Outcome.RECORDED));
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Test
    void theErrorCodeOfTheFailureIsFilledIn() {
        try (var orchestrator = orchestrator(new RecordingTracker(), Map.of(
                "memory://a", Tags.wrapper("wa", "memory://b"), "memory://b", "<VAST version=\"4.0\"/>"))) {
            AdResponse response = fetch(orchestrator);

            assertThat(orchestrator.trackEvent("error", response).events()).extracting(e -> e.url())
                    .containsExactly(base + "wa/error?code=303");
        }
    }

    @Test
    void eachUpstreamThatFailsIsToldItsOwnCode() {
        String none = "<VAST version=\"4.0\"><Error>https://t.example/none?code=[ERRORCODE]</Error></VAST>";
        String flash = Tags.inline("in").replace("type=\"video/mp4\"", "type=\"application/x-shockwave-flash\"");
        var upstream = new VastUpstream(new MemoryTransport(none.getBytes(StandardCharsets.UTF_8)), "memory://a")
                .withFallback(new MemoryTransport(flash.getBytes(StandardCharsets.UTF_8)), "memory://b");
        try (var orchestrator = Orchestrator.builder(new VastProtocolHandler(upstream))
                .tracker(new RecordingTracker()).build()) {
            assertThat(orchestrator.trackEvent("error", fetch(orchestrator)).events()).extracting(e -> e.url())
                    .containsExactly("https://t.example/none?code=303", "https://t.example/in/error?code=403");
        }
    }

    @Test
    void aWrappersBeaconIsSentForEachAdOfItsPodWithThatAdsValues() {
        String wrapper = Tags.vast(Tags.wrapperAd("wa", "", "memory://b", "allowMultipleAds=\"true\""))
                .replace("wa/impression", "wa?n=[ADCOUNT]&amp;p=[PODSEQUENCE]&amp;a=[ASSETURI]");
        try (var orchestrator = orchestrator(new RecordingTracker(), Map.of("memory://a", wrapper, "memory://b",
                Tags.vast(Tags.inlineAd("one", "1"), Tags.inlineAd("two", "2"))))) {
            AdResponse response = fetch(orchestrator);

            assertThat(orchestrator.trackEvent("impression", response).events()).extracting(e -> e.url())
                    .containsExactly(base + "wa?n=1&p=1&a=https%3A%2F%2Fcdn.example%2Fone-640.mp4",
                            base + "one/impression",
                            base + "wa?n=2&p=2&a=https%3A%2F%2Fcdn.example%2Ftwo-640.mp4", base + "two/impression");
        }
    }

    @Test
    void thePlayersValuesFillMacrosToo() {
        try (var orchestrator = orchestrator(new RecordingTracker(), Map.of("memory://a", Tags.inline("in")))) {
            TrackingResult result = orchestrator.trackEvent("error", fetch(orchestrator), OptionalInt.of(0),
                    MacroValues.none().with("ERRORCODE", "405"));

            assertThat(result.events()).extracting(e -> e.url()).containsExactly(base + "in/error?code=405");
        }
    }

    @Test
    void theAdTheRequestAndTheResolutionFillTheMacrosOfBeacons() {
        String tag = Tags.vast(Tags.inlineAd("one", "1").replace("https://t.example/one/impression",
                "https://t.example/?n=[ADCOUNT]&amp;p=[PODSEQUENCE]&amp;a=[ASSETURI]&amp;i=[DEVICEIP]"
                + "&amp;t=[TRANSACTIONID]&amp;r=[RANDOM]&amp;u=[UNIVERSALADID]&amp;x=[NOSUCH]"));
        try (var orchestrator = orchestrator(new RecordingTracker(), Map.of("memory://a", tag))) {
            AdResponse response = orchestrator.fetchAd(AdRequest.builder("pre-roll", "tester").ipAddress("192.0.2.7")
                    .build());

            TrackingEvent event = orchestrator.trackEvent("impression", response).events().getFirst();

            assertThat(event.url()).matches(Pattern.quote(base) + "\\?n=1&p=1&a=https%3A%2F%2Fcdn.example%2Fone-640.mp4"
                    + "&i=192.0.2.7&t=[0-9a-f-]{36}&r=\\d{8}&u=-1&x=\\[NOSUCH]");
            assertThat(event.macros().before()).isEqualTo(event.beacon().url());
            assertThat(event.macros().unfilled()).containsExactly("UNIVERSALADID", "NOSUCH");
            assertThat(event.findings()).extracting(Finding::rule)
                    .containsExactly("MACRO-UNKNOWN", "MACRO-UNFILLED", "MACRO-LEGACY");
        }
    }

    @Test
    void theAdsOwnNamesFillItsMacros() {
        String tag = Tags.inline("in")
                .replace("</AdTitle>", "</AdTitle><AdServingId>Server-47ed &amp; 1</AdServingId>")
                .replace("<Creative>", "<Creative><UniversalAdId idRegistry=\"ad-id.org\">CNPA 1,2</UniversalAdId>")
                .replace("in/start",
                        "in/start?u=[UNIVERSALADID]&amp;s=[ADSERVINGID]&amp;t=[ADTYPE]&amp;p=[PODSEQUENCE]");
        try (var orchestrator = orchestrator(new RecordingTracker(), Map.of("memory://a", tag))) {
            assertThat(orchestrator.trackEvent("start", fetch(orchestrator)).events()).extracting(e -> e.url())
                    .containsExactly(base + "in/start?u=ad-id.org%20CNPA%201%2C2&s=Server-47ed%20%26%201&t=video&p=-1");
        }
    }

    @Test
    void theIdentifierOfTheResolutionIsThatOfItsRequestsAndOtherwiseNew() {
        String tag = Tags.inline("in").replace("in/impression", "in/impression?t=[TRANSACTIONID]");
        try (var orchestrator = Orchestrator.builder(new VastProtocolHandler(new VastUpstream(
                new MemoryTransport(tag.getBytes(StandardCharsets.UTF_8)), "memory://a?t=[TRANSACTIONID]")))
                .tracker(new RecordingTracker()).enableCaching(false).build()) {
            AdResponse one = fetch(orchestrator);
            AdResponse other = fetch(orchestrator);
            String id = one.resolutionChain().getFirst().substring("memory://a?t=".length());

            assertThat(UUID.fromString(id)).isNotNull();
            assertThat(orchestrator.trackEvent("impression", one).events().getFirst().url()).endsWith("?t=" + id);
            assertThat(other.resolutionChain()).isNotEqualTo(one.resolutionChain());
        }
    }

    @Test
    void aClickTellsItsPlaceAndAVerificationItsReason() {
        String tag = Tags.inline("in").replace("in/click", "in/click?p=[CLICKPOS]")
                .replace("in/start", "in/start?p=[CLICKPOS]");
        try (var orchestrator = orchestrator(new RecordingTracker(), Map.of("memory://a", tag))) {
            AdResponse response = fetch(orchestrator);
            MacroValues player = PlayerState.unknown().withClick(3, 4).macros();

            assertThat(orchestrator.trackEvent("click", response, OptionalInt.of(0), player).events())
                    .extracting(e -> e.url()).containsExactly(base + "in/click?p=3,4");
            assertThat(orchestrator.trackEvent("start", response, OptionalInt.of(0), player).events())
                    .singleElement().satisfies(event -> {
                        assertThat(event.url()).isEqualTo(base + "in/start?p=[CLICKPOS]");
                        assertThat(event.findings()).extracting(Finding::rule).containsExactly("MACRO-CONTEXT");
                    });
            var beacon = TrackingUrl.of("verificationNotExecuted", "https://v.example/?r=[REASON]");
            var tracking = new VastTracking(new MacroEngine());
            assertThat(tracking.url(beacon, response, TrackContext.of(new RecordingTracker())))
                    .as("no vendor's code is executed here").isEqualTo("https://v.example/?r=2");
        }
    }

    @Test
    void aServerThatRefusesABeaconIsAFailureWithItsStatus() {
        server.enqueue(new MockResponse.Builder().code(503).build());
        try (var orchestrator = orchestrator(new FiringTracker(transport, Duration.ofSeconds(5)),
                Map.of("memory://a", Tags.inline("in")))) {
            TrackingResult result = orchestrator.trackEvent("impression", fetch(orchestrator));

            assertThat(result.isComplete()).isFalse();
            assertThat(result.events()).singleElement().satisfies(e -> {
                assertThat(e.outcome()).isEqualTo(Outcome.FAILED);
                assertThat(e.status()).hasValue(503);
                assertThat(e.error()).get().asString().contains("503");
            });
        }
    }

    @Test
    void aCompanionsViewIsNotTheViewOfTheAd() {
        String tag = Tags.inline("in")
                .replace("<Tracking event=\"start\">", "<Tracking event=\"creativeView\">")
                .replace("</Creatives>", Tags.companion("near") + "</Creatives>");
        try (var orchestrator = orchestrator(new RecordingTracker(), Map.of("memory://a", tag))) {
            TrackingResult result = orchestrator.trackEvent("creativeView", fetch(orchestrator));

            assertThat(result.events()).extracting(e -> e.url()).containsExactly(base + "in/start");
        }
    }

    @Test
    void ofAPodOneAdCanBeTracked() {
        String pod = Tags.vast(Tags.inlineAd("one", "1"), Tags.inlineAd("two", "2"));
        try (var orchestrator = orchestrator(new RecordingTracker(), Map.of("memory://a", pod))) {
            AdResponse response = fetch(orchestrator);

            assertThat(orchestrator.trackEvent("start", response).events()).hasSize(2);
            assertThat(orchestrator.trackEvent("start", response, OptionalInt.of(1), MacroValues.none()).events())
                    .extracting(e -> e.url()).containsExactly(base + "two/start");
        }
    }
}
