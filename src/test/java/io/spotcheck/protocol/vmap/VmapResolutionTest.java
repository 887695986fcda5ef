package io.spotcheck.protocol.vmap;

import static io.spotcheck.protocol.vmap.Schedules.ad;
import static io.spotcheck.protocol.vmap.Schedules.adBreak;
import static io.spotcheck.protocol.vmap.Schedules.inlineBreak;
import static io.spotcheck.protocol.vmap.Schedules.inlineSource;
import static io.spotcheck.protocol.vmap.Schedules.source;
import static io.spotcheck.protocol.vmap.Schedules.tagBreak;
import static io.spotcheck.protocol.vmap.Schedules.tagSource;
import static io.spotcheck.protocol.vmap.Schedules.vast;
import static io.spotcheck.protocol.vmap.Schedules.vmap;
import static io.spotcheck.protocol.vmap.Schedules.wrapper;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdBreak;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.protocol.vast.RequestMapping;
import io.spotcheck.protocol.vast.VastUpstream;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.ResolutionEvent;
import io.spotcheck.resolution.Status;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.tracking.TrackingEvent;
import io.spotcheck.transport.HttpTransport;
import io.spotcheck.transport.Transport;
import io.spotcheck.transport.TransportRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schedules, their breaks, what is due, limits and failures over real HTTP. */
class VmapResolutionTest {

    private static final AdRequest REQUEST = AdRequest.builder("show", "tester").build();

    private final MockWebServer server = new MockWebServer();
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

    private String url(String path) {
        return server.url(path).toString();
    }

    private void answer(String path, String body) {
        answers.put(path, new MockResponse.Builder().addHeader("Content-Type", "application/xml").body(body).build());
    }

    private void answerLate(String path, String body, long millis) {
        answers.put(path, new MockResponse.Builder().headersDelay(millis, TimeUnit.MILLISECONDS).body(body).build());
    }

    private Orchestrator orchestrator(VmapUpstream upstream) {
        return Orchestrator.builder(new VmapProtocolHandler(upstream)).enableCaching(false)
                .tracker(new RecordingTracker()).timeout(Duration.ofSeconds(10)).build();
    }

    private AdResponse resolve(AdRequest request, String... breaks) {
        answer("/vmap", vmap(breaks));
        return resolve(new VmapUpstream(transport, url("/vmap")), request);
    }

    private AdResponse resolve(VmapUpstream upstream, AdRequest request) {
        try (var orchestrator = orchestrator(upstream)) {
            return orchestrator.fetchAd(request);
        }
    }

    private List<String> tracked(String event, AdResponse response, OptionalInt ad) {
        try (var orchestrator = orchestrator(new VmapUpstream(transport, url("/vmap")))) {
            return orchestrator.trackEvent(event, response, ad, MacroValues.none()).events().stream()
                    .map(TrackingEvent::url).toList();
        }
    }

    private static List<String> ids(AdResponse response) {
        return response.ads().stream().map(Ad::id).map(Optional::orElseThrow).toList();
    }

    private static AdRequest at(Duration playhead, Duration length) {
        return REQUEST.toBuilder().playheadPosition(playhead).contentDuration(length).build();
    }

    private static List<Node> nodes(AdResponse response, NodeKind kind) {
        return response.resolution().nodes().filter(n -> n.kind() == kind).toList();
    }

    @Test
    void theBreaksOfAScheduleGiveTheirAdsInItsOrder() {
        answerLate("/mid", vast(ad("mid", "")), 150);
        answer("/post", vast(ad("post", "")));

        AdResponse response = resolve(REQUEST, inlineBreak("start", "pre"), tagBreak("00:05:00", "mid", url("/mid")),
                tagBreak("end", "post", url("/post")));

        assertThat(response.success()).isTrue();
        assertThat(response.protocol()).isEqualTo("vmap");
        assertThat(ids(response)).containsExactly("pre", "mid", "post");
        assertThat(response.breaks()).extracting(AdBreak::timeOffset).containsExactly("start", "00:05:00", "end");
        assertThat(response.breaks()).allMatch(AdBreak::due);
        assertThat(response.breaks()).extracting(AdBreak::offset).containsExactly(
                Optional.of(Duration.ZERO), Optional.of(Duration.ofMinutes(5)),
                Optional.empty());
        assertThat(response.resolutionChain()).containsExactly(url("/vmap"), url("/mid"), url("/post"));
        assertThat(response.trackingUrls("breakStart")).hasSize(3).allMatch(t -> t.scope() == TrackingUrl.Scope.BREAK);
        assertThat(nodes(response, NodeKind.BREAK)).extracting(Node::label)
                .containsExactly("pre · start", "mid · 00:05:00", "post · end");
        assertThat(nodes(response, NodeKind.BREAK)).allSatisfy(n -> {
            assertThat(n.location()).isPresent();
            assertThat(n.children()).singleElement().extracting(Node::kind).isEqualTo(NodeKind.DOCUMENT);
        });
    }

    @Test
    void atAPlayheadTheLatestBreakBeforeItIsDue() {
        AdResponse response = resolve(at(Duration.ofMinutes(12), Duration.ofMinutes(20)), inlineBreak("start", "pre"),
                inlineBreak("50%", "half"), adBreak("00:10:00", "overlay", "linear,nonlinear", "",
                inlineSource("overlay", "")), inlineBreak("00:15:00", "late"), inlineBreak("end", "post"));

        assertThat(ids(response)).containsExactly("half", "overlay");
        assertThat(response.breaks()).filteredOn(AdBreak::due).extracting(b -> b.breakId().orElseThrow())
                .containsExactly("half", "overlay");
        assertThat(response.breaks()).hasSize(5).allMatch(b -> b.ads().size() == 1);
        assertThat(response.trackingUrls("breakStart")).hasSize(2);
        assertThat(nodes(response, NodeKind.BREAK).get(3).facts().get("due"))
                .isEqualTo("no: Not yet due at the playhead 00:12:00.000.");
    }

    @Test
    void nothingIsDueWhereTheTimeOfNoBreakIsKnown() {
        var request = REQUEST.toBuilder().playheadPosition(Duration.ofMinutes(1)).build();

        AdResponse response = resolve(request, inlineBreak("50%", "half"));

        assertThat(response.errorCode()).contains(ErrorCode.NO_AD);
        assertThat(response.error()).contains("No break is due at 00:01:00.000. "
                + "Its time is not known without the length of the content.");
        assertThat(response.breaks()).singleElement().satisfies(b -> {
            assertThat(b.due()).isFalse();
            assertThat(b.ads()).hasSize(1);
            assertThat(b.offset()).isEmpty();
        });
    }

    @Test
    void aBreakThatRepeatsIsResolvedOnceAndStandsAtEachOfItsTimes() {
        answer("/again", vast(ad("again", "")));

        AdResponse response = resolve(at(Duration.ofMinutes(10), Duration.ofMinutes(16)),
                adBreak("00:05:00", "again", "linear", "repeatAfter=\"00:05:00\"",
                        tagSource(url("/again"), "vast3", "")));

        assertThat(response.breaks()).extracting(b -> b.offset().orElseThrow().toMinutes())
                .containsExactly(5L, 10L, 15L);
        assertThat(response.breaks()).extracting(AdBreak::due).containsExactly(false, true, false);
        assertThat(ids(response)).containsExactly("again");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aBreakThatFailsLeavesTheOthersAloneAndItsTrackersAreToldTheCode() {
        AdResponse response = resolve(REQUEST, inlineBreak("start", "pre"),
                tagBreak("00:05:00", "gone", url("/gone")), tagBreak("end", "nowhere", "http://127.0.0.1:1/vast"));

        assertThat(response.success()).isTrue();
        assertThat(ids(response)).containsExactly("pre");
        AdError gone = response.breaks().get(1).error().orElseThrow();
        assertThat(gone.code()).isEqualTo(ErrorCode.HTTP_STATUS);
        assertThat(gone.protocolCode()).hasValue(1008);
        assertThat(gone.beacons()).extracting(TrackingUrl::url)
                .containsExactly("https://t.example/gone/error?[ERROR_CODE]&[ERROR_MESSAGE]");
        assertThat(tracked("error", response, OptionalInt.empty()))
                .contains("https://t.example/gone/error?1008&The%20server%20answered%20404.");
        assertThat(response.breaks().get(2).error().orElseThrow().protocolCode()).hasValue(1008);
        assertThat(nodes(response, NodeKind.BREAK)).extracting(Node::status)
                .containsExactly(Status.OK, Status.ERROR, Status.ERROR);
    }

    @Test
    void theCodeOfAnAdThatFailedIsThatOfVast() {
        answer("/wrapped", wrapper("outer", url("/gone")));

        AdResponse response = resolve(REQUEST, tagBreak("start", "wrapped", url("/wrapped")));

        assertThat(response.success()).isFalse();
        assertThat(response.errorCode()).contains(ErrorCode.HTTP_STATUS);
        assertThat(response.protocolCode()).hasValue(301);
        assertThat(tracked("error", response, OptionalInt.empty()))
                .containsExactly("https://t.example/wrapped/error?301&The%20server%20answered%20404.");
    }

    @Test
    void anAdResponseThatIsNoVastHasACodeOfItsOwn() {
        answer("/html", "<html><body>Sorry</body></html>");
        answer("/one", "<VAST version=\"1.0\"/>");

        AdResponse response = resolve(REQUEST, tagBreak("start", "html", url("/html")),
                tagBreak("00:00:10", "one", url("/one")),
                adBreak("00:00:20", "inside", "linear", "", source("", "<vmap:VASTAdData><Ad/></vmap:VASTAdData>")),
                adBreak("00:00:30", "empty", "linear", "", source("", "<vmap:AdTagURI templateType=\"vast\"/>")),
                adBreak("00:00:40", "house", "linear", "", source("", "<vmap:CustomAdData templateType=\"house\">x"
                        + "</vmap:CustomAdData>")),
                adBreak("00:00:50", "audio", "audio", "", inlineSource("audio", "")),
                adBreak("soon", "soon", "linear", "", inlineSource("soon", "")));

        assertThat(response.breaks()).extracting(b -> b.error().orElseThrow().protocolCode().orElseThrow())
                .containsExactly(1006, 1005, 1006, 1004, 1005, 1003, 1000);
        assertThat(response.failures()).hasSize(7).allMatch(f -> !f.beacons().isEmpty());
        assertThat(response.failures()).filteredOn(f -> f.url().isEmpty()).allMatch(f -> f.location().isPresent());
        assertThat(response.errorCode()).contains(ErrorCode.MALFORMED);
    }

    @Test
    void textThatIsVastIsReadWhereverItStands() {
        AdResponse response = resolve(REQUEST,
                adBreak("start", "cdata", "linear", "", source("", "<vmap:VASTAdData><![CDATA[" + vast(ad("cdata", ""))
                        + "]]></vmap:VASTAdData>")),
                adBreak("00:00:10", "custom", "linear", "", source("", "<vmap:CustomAdData templateType=\"vast2\">"
                        + "<![CDATA[" + vast(ad("custom", "")) + "]]></vmap:CustomAdData>")),
                adBreak("00:00:20", "old", "linear", "", source("", "<vmap:VASTData>" + vast(ad("old", ""))
                        + "</vmap:VASTData>")));

        assertThat(ids(response)).containsExactly("cdata", "custom", "old");
    }

    @Test
    void aSourceMayAllowOneAdOnlyAndNoWrappers() {
        answer("/pod", vast(ad("one", "sequence=\"1\""), ad("two", "sequence=\"2\"")));
        answer("/wrapped", wrapper("outer", url("/pod")));

        AdResponse response = resolve(REQUEST,
                adBreak("start", "pod", "linear", "", tagSource(url("/pod"), "vast3", "")),
                adBreak("00:00:10", "single", "linear", "", tagSource(url("/pod"), "vast3",
                        "allowMultipleAds=\"false\"")),
                adBreak("00:00:20", "direct", "linear", "", tagSource(url("/wrapped"), "vast3",
                        "followRedirects=\"false\"")));

        assertThat(response.breaks()).extracting(b -> b.ads().size()).containsExactly(2, 1, 0);
        assertThat(response.breaks().get(2).error().orElseThrow().message())
                .isEqualTo("Wrappers are not followed here.");
    }

    @Test
    void theTagOfABreakIsToldWhereItStandsAndHowManyAdsAreWanted() throws InterruptedException {
        answer("/mid", vast(ad("mid", "")));

        AdResponse response = resolve(REQUEST, adBreak("00:05:00", "mid", "linear", "",
                tagSource(url("/mid") + "?at=[BREAKPOSITION]&ads=[ADCOUNT]&id=[CACHEBUSTING]", "vast4",
                        "allowMultipleAds=\"false\"")));

        assertThat(response.success()).isTrue();
        server.takeRequest();
        assertThat(server.takeRequest().getUrl().query()).startsWith("at=2&ads=1&id=").doesNotContain("[");
        assertThat(tracked("impression", response, OptionalInt.empty()))
                .containsExactly("https://t.example/mid/impression?at=2");
        assertThat(tracked("breakStart", response, OptionalInt.of(0)))
                .containsExactly("https://t.example/mid/breakStart?at=2");
    }

    @Test
    void twoHundredBreaksStayWithinTheirBudget() {
        answerLate("/ad", vast(ad("one", "")), 20);
        var breaks = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            breaks.add(tagBreak("00:%02d:%02d".formatted(i / 60, i % 60), "b" + i, url("/ad") + "?" + i));
        }

        AdResponse response = resolve(REQUEST, breaks.toArray(String[]::new));

        assertThat(response.breaks()).hasSize(200).allMatch(b -> b.ads().size() == 1);
        assertThat(response.resolutionTimeMs()).isLessThan(10_000);
        assertThat(response.resolutionChain()).hasSize(201);
        assertThat(response.resolutionChain().get(200)).endsWith("?199");
    }

    @Test
    void soManyBreaksAreResolvedAtTheSameTimeAndNoMore() {
        var under = new AtomicInteger();
        var most = new AtomicInteger();
        // Each waits for three others: fewer at a time would never get on, and more would be counted.
        var four = new CyclicBarrier(4);
        Transport meeting = new Transport() {
            @Override
            public Exchange exchange(TransportRequest request) {
                if (request.url().endsWith("/ad")) {
                    most.accumulateAndGet(under.incrementAndGet(), Math::max);
                    try {
                        four.await(5, TimeUnit.SECONDS);
                    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                        throw new IllegalStateException(alone);
                    } finally {
                        under.decrementAndGet();
                    }
                }
                return transport.exchange(request);
            }

            @Override
            public String identity() {
                return "meeting";
            }
        };
        answer("/ad", vast(ad("one", "")));
        var breaks = new ArrayList<String>();
        for (int i = 0; i < 12; i++) {
            breaks.add(tagBreak("00:00:%02d".formatted(i), "b" + i, url("/ad")));
        }
        answer("/vmap", vmap(breaks.toArray(String[]::new)));

        AdResponse response = resolve(new VmapUpstream(new VastUpstream(meeting, url("/vmap")), 100, 4), REQUEST);

        assertThat(response.ads()).hasSize(12);
        assertThat(most.get()).isEqualTo(4);
    }

    @Test
    void allBreaksTogetherAskForSoManyDocumentsOnly() {
        answer("/ad", vast(ad("one", "")));
        answer("/vmap", vmap(tagBreak("start", "a", url("/ad")), tagBreak("00:01:00", "b", url("/ad")),
                tagBreak("end", "c", url("/ad"))));

        AdResponse response = resolve(new VmapUpstream(transport, url("/vmap")).withMaxDocuments(3), REQUEST);

        assertThat(response.resolutionChain()).hasSize(3);
        assertThat(response.breaks()).flatExtracting(AdBreak::ads).hasSize(2);
        assertThat(response.failures()).singleElement().extracting(AdError::code).isEqualTo(ErrorCode.LIMIT_REACHED);
    }

    @Test
    void whenTheTimeIsUsedUpTheBreaksThatAreThereAreServed() {
        answer("/quick", vast(ad("quick", "")));
        answerLate("/slow", vast(ad("slow", "")), 5000);
        answer("/vmap", vmap(tagBreak("start", "quick", url("/quick")), tagBreak("end", "slow", url("/slow"))));
        var handler = new VmapProtocolHandler(new VmapUpstream(transport, url("/vmap")));

        AdResponse response;
        try (var orchestrator = Orchestrator.builder(handler).enableCaching(false).timeout(Duration.ofSeconds(1))
                .build()) {
            response = orchestrator.fetchAd(REQUEST);
        }

        assertThat(ids(response)).containsExactly("quick");
        assertThat(response.breaks().get(1).error().orElseThrow().protocolCode()).hasValue(1007);
        assertThat(response.resolutionTimeMs()).isBetween(900L, 3000L);
    }

    @Test
    void whenTheTimeIsUsedUpTheFirstOfManyBreaksAreServed() {
        answerLate("/ad", vast(ad("one", "")), 200);
        var breaks = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            breaks.add(tagBreak("00:%02d:%02d".formatted(i / 60, i % 60), "b" + i, url("/ad") + "?" + i));
        }
        answer("/vmap", vmap(breaks.toArray(String[]::new)));
        var handler = new VmapProtocolHandler(new VmapUpstream(transport, url("/vmap")));

        AdResponse response;
        try (var orchestrator = Orchestrator.builder(handler).enableCaching(false).timeout(Duration.ofSeconds(2))
                .build()) {
            response = orchestrator.fetchAd(REQUEST);
        }

        assertThat(response.success()).as(response.error().orElse("")).isTrue();
        assertThat(response.breaks()).hasSize(200).anyMatch(b -> !b.ads().isEmpty());
        assertThat(response.breaks().getLast().error().orElseThrow().code()).isEqualTo(ErrorCode.TIMEOUT);
    }

    @Test
    void aFetchThatIsCalledOffSaysSo() throws Exception {
        answerLate("/slow", vast(ad("slow", "")), 5000);
        answer("/vmap", vmap(inlineBreak("start", "pre"), tagBreak("end", "slow", url("/slow"))));
        try (var orchestrator = orchestrator(new VmapUpstream(transport, url("/vmap")))) {
            var asked = new CountDownLatch(1);
            var fetch = orchestrator.start(REQUEST, step -> {
                if (step instanceof ResolutionEvent.Opened(_, Node node)
                        && node.label().endsWith("/slow")) {
                    asked.countDown();
                }
            });
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
            fetch.cancel();

            AdResponse response = fetch.response().get(5, TimeUnit.SECONDS);

            assertThat(response.errorCode()).contains(ErrorCode.CANCELLED);
            assertThat(response.resolution().nodes()).noneMatch(n -> n.status() == Status.RUNNING);
        }
    }

    @Test
    void aFallbackServesTheScheduleWhenTheFirstServerHasNone() {
        answer("/empty", vmap());
        answer("/vmap", vmap(inlineBreak("start", "pre")));

        AdResponse response = resolve(new VmapUpstream(transport, url("/empty")).withFallback(transport, url("/vmap")),
                REQUEST);

        assertThat(response.success()).isTrue();
        assertThat(response.usedFallback()).isTrue();
        assertThat(response.resolutionChain()).containsExactly(url("/empty"), url("/vmap"));
        assertThat(response.failures()).singleElement().extracting(AdError::message)
                .isEqualTo("The schedule has no break.");
    }

    @Test
    void noFallbackIsAskedWhereOnlyNothingIsDue() {
        answer("/other", vmap(inlineBreak("start", "other")));
        answer("/vmap", vmap(inlineBreak("00:10:00", "mid")));

        AdResponse response = resolve(new VmapUpstream(transport, url("/vmap")).withFallback(transport, url("/other")),
                at(Duration.ZERO, Duration.ofMinutes(20)));

        assertThat(response.errorCode()).contains(ErrorCode.NO_AD);
        assertThat(response.error()).contains("No break is due at 00:00:00.000.");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void vastForAScheduleIsRefusedWithAHint() {
        answer("/vmap", vast(ad("a", "")));

        AdResponse response = resolve(new VmapUpstream(transport, url("/vmap")), REQUEST);

        assertThat(response.errorCode()).contains(ErrorCode.UNSUPPORTED);
        assertThat(response.protocolCode()).hasValue(1000);
        assertThat(response.error()).get().asString().endsWith("ask with the protocol vast.");
        assertThat(response.failures()).singleElement().satisfies(f -> assertThat(f.location()).isPresent());
    }

    @Test
    void brokenXmlHasACodeAndAPlace() {
        answer("/vmap", "<vmap:VMAP version=\"1.0\">\n  <vmap:AdBreak");

        AdResponse response = resolve(new VmapUpstream(transport, url("/vmap")), REQUEST);

        assertThat(response.errorCode()).contains(ErrorCode.MALFORMED);
        assertThat(response.protocolCode()).hasValue(1002);
        assertThat(response.failures().getFirst().location()).get().satisfies(at -> assertThat(at.line()).isEqualTo(2));
    }

    @Test
    void anyPrefixAndAnyNamespaceIsRead() {
        for (String root : List.of("<VMAP version=\"1.0\">",
                "<x:VMAP xmlns:x=\"http://www.iab.net/vmap-1.0\">",
                "<VMAP xmlns=\"http://www.iab.net/videosuite/vmap\" version=\"1.0.1\">", "<vmap:VMAP version=\"1.0\">")) {
            String prefix = root.substring(1, root.indexOf("VMAP"));
            String inside = inlineBreak("start", "pre").replace("vmap:", prefix);
            answer("/vmap", root + inside + "</" + prefix + "VMAP>");

            assertThat(resolve(new VmapUpstream(transport, url("/vmap")), REQUEST).success()).as(root).isTrue();
        }
    }

    @Test
    void anAdOfAnotherTypeThanTheBreaksIsTold() {
        AdResponse response = resolve(REQUEST,
                adBreak("00:00:10", "overlay", "nonlinear", "", inlineSource("video", "")));

        assertThat(response.success()).isTrue();
        assertThat(nodes(response, NodeKind.BREAK).getFirst().findings()).extracting(Finding::rule)
                .containsExactly("VMAP-BREAK-ADS-UNFIT");
    }

    @Test
    void aBreakForDisplayAdsTakesCompanionsAlone() {
        String companion = "<VAST version=\"3.0\"><Ad><InLine><AdSystem>t</AdSystem><AdTitle>t</AdTitle><Creatives>"
                + "<Creative><CompanionAds><Companion width=\"300\" height=\"250\"><StaticResource creativeType="
                + "\"image/png\">https://cdn.example/a.png</StaticResource></Companion></CompanionAds></Creative>"
                + "</Creatives></InLine></Ad></VAST>";

        AdResponse response = resolve(REQUEST,
                adBreak("start", "display", "display", "", source("", "<vmap:VASTAdData>" + companion
                        + "</vmap:VASTAdData>")),
                adBreak("00:00:10", "linear", "linear", "", source("", "<vmap:VASTAdData>" + companion
                        + "</vmap:VASTAdData>")));

        assertThat(response.breaks()).extracting(b -> b.ads().size()).containsExactly(1, 0);
        assertThat(response.format()).contains("companion");
    }

    @Test
    void extensionsAreKeptVerbatim() {
        String extension = "<vmap:Extension type=\"a\"><x:y xmlns:x=\"urn:x\"> z </x:y></vmap:Extension>";
        String inside = "<vmap:Extensions>" + extension + "</vmap:Extensions>";

        AdResponse response = resolve(REQUEST, inside, "<vmap:AdBreak timeOffset=\"start\" breakType=\"linear\">"
                + inlineSource("pre", "") + inside + "</vmap:AdBreak>");

        assertThat(response.extensions().get("vmap_extensions")).isEqualTo(List.of(extension));
        assertThat(response.extensions().get("vmap_break_extensions").toString()).contains(extension);
    }

    @Test
    void whatARequestSaysOfAdsAndNobodyUnderstandsIsTold() {
        AdResponse response = resolve(REQUEST.toBuilder().extension("companionSizes", "large").build(),
                inlineBreak("start", "pre"));

        assertThat(response.success()).isTrue();
        assertThat(response.resolution().root().findings()).extracting(Finding::rule)
                .containsExactly("REQUEST-COMPANION-SIZES");
    }

    @Test
    void aServerSpeaksForTheDeviceInEachBreak() throws InterruptedException {
        answer("/vmap", vmap(tagBreak("start", "pre", url("/ad"))));
        answer("/ad", vast(ad("pre", "")));
        var mapping = new RequestMapping(Map.of("slot", "slotId"), true);
        var asServer = new VmapUpstream(new VastUpstream(transport, url("/vmap")).withMapping(mapping));

        AdResponse response = resolve(asServer, REQUEST.toBuilder().ipAddress("203.0.113.7").build());

        assertThat(response.success()).isTrue();
        RecordedRequest schedule = server.takeRequest();
        assertThat(schedule.getUrl().query()).isEqualTo("slot=show");
        assertThat(schedule.getHeaders().get("X-Device-IP")).isEqualTo("203.0.113.7");
        assertThat(server.takeRequest().getHeaders().get("X-Device-IP")).isEqualTo("203.0.113.7");
    }

    @Test
    void theOpportunitiesOfARequestMustBeMoments() {
        var request = REQUEST.toBuilder().extension("opportunities", "00:01:00,soon").build();

        AdResponse response = resolve(request, inlineBreak("#1", "first"));

        assertThat(response.errorCode()).contains(ErrorCode.INVALID_REQUEST);
        assertThat(response.error()).get().asString().contains("“soon”");
    }
}
