package io.spotcheck.protocol.vast;

import static io.spotcheck.protocol.vast.Tags.inline;
import static io.spotcheck.protocol.vast.Tags.inlineAd;
import static io.spotcheck.protocol.vast.Tags.vast;
import static io.spotcheck.protocol.vast.Tags.wrapper;
import static io.spotcheck.protocol.vast.Tags.wrapperAd;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.protocol.HttpScenario;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.Status;
import io.spotcheck.upstream.UpstreamPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** Wrapper chains, pods, limits and failures over real HTTP. */
class VastResolutionTest extends HttpScenario {

    private static final AdRequest REQUEST = AdRequest.builder("pre-roll", "tester").build();

    private AdResponse resolve(String path) {
        return resolve(new VastUpstream(transport, url(path)));
    }

    private AdResponse resolve(VastUpstream upstream) {
        try (var orchestrator = Orchestrator.builder(new VastProtocolHandler(upstream)).enableCaching(false)
                .timeout(Duration.ofSeconds(10)).build()) {
            return orchestrator.fetchAd(REQUEST);
        }
    }

    private static List<String> beacons(AdResponse response, String event) {
        return response.trackingUrls(event).map(t -> t.hop() + " " + t.url()).toList();
    }

    @Test
    void aChainOfThreeDocumentsGivesTheAdAndTheBeaconsOfAllHops() {
        answer("/a", wrapper("wa", url("/b")));
        answer("/b", wrapper("wb", url("/c")));
        answer("/c", inline("in"));

        AdResponse response = resolve("/a");

        assertThat(response.success()).isTrue();
        assertThat(response.resolutionChain()).containsExactly(url("/a"), url("/b"), url("/c"));
        assertThat(response.adId()).contains("in");
        assertThat(response.creativeUrl()).contains("https://cdn.example/in-640.mp4");
        assertThat(response.duration()).contains(Duration.ofSeconds(15));
        assertThat(beacons(response, "impression"))
                .containsExactly("0 https://t.example/wa/impression", "1 https://t.example/wb/impression",
                        "2 https://t.example/in/impression");
        assertThat(beacons(response, "start"))
                .containsExactly("0 https://t.example/wa/start", "1 https://t.example/wb/start",
                        "2 https://t.example/in/start");
        assertThat(beacons(response, "click")).hasSize(3);
        assertThat(response.rawResponse()).get().asString().contains("wa");
        assertThat(response.extensions()).containsKey("vast_xml");
        assertThat(response.extensions().get("vast_xml").toString()).contains("<InLine>");
    }

    @Test
    void theTreeShowsEachStepWithItsExchangeAndItsPlace() {
        answer("/a", wrapper("wa", url("/b")));
        answer("/b", inline("in"));

        AdResponse response = resolve("/a");

        assertThat(response.resolution().nodes().map(Node::kind)).containsExactly(NodeKind.REQUEST, NodeKind.DOCUMENT,
                NodeKind.WRAPPER, NodeKind.DOCUMENT, NodeKind.AD, NodeKind.CREATIVE, NodeKind.MEDIA_FILE,
                NodeKind.MEDIA_FILE);
        List<Node> documents = response.resolution().nodes().filter(n -> n.kind() == NodeKind.DOCUMENT).toList();
        assertThat(documents).allSatisfy(d -> {
            assertThat(d.httpStatus()).contains(200);
            assertThat(d.source()).isPresent();
            assertThat(d.timing().phases()).isNotEmpty();
        });
        Node wrapper = response.resolution().nodes().filter(n -> n.kind() == NodeKind.WRAPPER).findFirst().orElseThrow();
        assertThat(wrapper.location()).get().satisfies(l -> {
            assertThat(l.line()).isEqualTo(2);
            assertThat(l.path()).isEqualTo("/VAST/Ad");
        });
        assertThat(response.resolution().documentOf(wrapper.id())).contains(documents.getFirst());
        TrackingUrl start = response.trackingUrls("start").findFirst().orElseThrow();
        assertThat(start.nodeId()).isEqualTo(wrapper.id());
        assertThat(start.location()).get().satisfies(l -> assertThat(l.path()).endsWith("/Tracking[1]"));
    }

    @Test
    void aPodPlaysInSequenceWhateverTheOrderOfTheDocument() {
        answer("/pod", vast(inlineAd("two", "2"), inlineAd("one", "1"), inlineAd("spare", "")));

        AdResponse response = resolve("/pod");

        assertThat(response.ads()).extracting(ad -> ad.id().orElseThrow()).containsExactly("one", "two");
        assertThat(response.resolution().nodes()).filteredOn(n -> n.status() == Status.SKIPPED
                && n.kind() == NodeKind.AD).extracting("label").containsExactly("Title of spare");
    }

    @Test
    void anAdThatStandsAloneTakesThePlaceOfAPodAdThatFails() {
        answer("/pod", vast(inlineAd("one", "1"), wrapperAd("two", "2", url("/none"), "fallbackOnNoAd=\"true\""),
                inlineAd("three", "3"), inlineAd("spare", "")));
        answer("/none", "<VAST version=\"4.0\"><Error>https://t.example/none/error</Error></VAST>");

        AdResponse response = resolve("/pod");

        assertThat(response.ads()).extracting(ad -> ad.id().orElseThrow()).containsExactly("one", "spare", "three");
        assertThat(response.failures()).extracting(AdError::code).containsExactly(ErrorCode.NO_AD);
    }

    @Test
    void underAWrapperThatAllowsOneAdOnlyTheFirstThatStandsAloneIsTaken() {
        answer("/a", wrapper("wa", url("/pod")));
        answer("/pod", vast(inlineAd("one", "1"), inlineAd("alone", ""), inlineAd("also", "")));

        assertThat(resolve("/a").ads()).extracting(ad -> ad.id().orElseThrow()).containsExactly("alone");
    }

    @Test
    void underAWrapperThatAllowsManyAdsThePodIsTakenWithTheWrappersBeaconsOnEachAd() {
        answer("/a", vast(wrapperAd("wa", "", url("/pod"), "allowMultipleAds=\"true\"")));
        answer("/pod", vast(inlineAd("one", "1"), inlineAd("two", "2")));

        AdResponse response = resolve("/a");

        assertThat(response.ads()).hasSize(2).allSatisfy(ad -> assertThat(ad.tracking())
                .anyMatch(t -> t.url().equals("https://t.example/wa/impression") && t.hop() == 0));
    }

    @Test
    void aWrapperThatForbidsFurtherWrappersEndsTheChain() {
        answer("/a", vast(wrapperAd("wa", "", url("/b"), "followAdditionalWrappers=\"false\"")));
        answer("/b", wrapper("wb", url("/c")));
        answer("/c", inline("in"));

        AdResponse response = resolve("/a");

        assertThat(response.errorCode()).contains(ErrorCode.NO_AD);
        assertThat(response.resolutionChain()).containsExactly(url("/a"), url("/b"));
    }

    @Test
    void aLoopIsFoundBeforeADocumentIsFetchedAgain() {
        answer("/a", wrapper("wa", url("/b")));
        answer("/b", wrapper("wb", url("/a")));

        AdResponse response = resolve("/a");

        assertThat(response.errorCode()).contains(ErrorCode.WRAPPER_LOOP);
        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(response.failures().getFirst().location()).isPresent();
    }

    @Test
    void aLoopThroughCacheBustersIsFoundToo() {
        answer("/a", wrapper("wa", url("/a") + "?cb=[CACHEBUSTING]"));

        AdResponse response = resolve(new VastUpstream(transport, url("/a") + "?cb=[CACHEBUSTING]"));

        assertThat(response.errorCode()).contains(ErrorCode.WRAPPER_LOOP);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aLoopThroughARedirectIsFoundToo() {
        answer("/a", wrapper("wa", url("/back")));
        answer("/back", new MockResponse.Builder().code(302).addHeader("Location", "/a").build());

        AdResponse response = resolve("/a");

        assertThat(response.errorCode()).contains(ErrorCode.WRAPPER_LOOP);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aServerThatClosesItsConnectionsIsAskedOverNewOnes() {
        for (int i = 1; i <= 3; i++) {
            answer("/w" + i, new MockResponse.Builder().body(i == 3 ? inline("in") : wrapper("w" + i, url("/w" + (i + 1))))
                    .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE).build());
        }

        assertThat(resolve("/w1").success()).isTrue();
    }

    @Test
    void aDocumentOfManyElementsIsReadInTime() {
        String impressions = "<Impression>https://t.example/i</Impression>".repeat(30_000);
        answer("/many", inline("in").replace("<Error>", impressions + "<Error>"));

        AdResponse response = resolve("/many");

        assertThat(response.success()).isTrue();
        assertThat(response.trackingUrls("impression")).hasSize(30_001);
    }

    @Test
    void anAdThatIsNeitherHereNorElsewhereIsSeenAndRefused() {
        answer("/a", "<VAST version=\"4.0\">\n<Ad id=\"x\"></Ad></VAST>");

        AdResponse response = resolve("/a");

        assertThat(response.errorCode()).contains(ErrorCode.NO_AD);
        assertThat(response.failures().getFirst().location()).get().satisfies(l -> assertThat(l.line()).isEqualTo(2));
        assertThat(response.resolution().nodes()).extracting(Node::kind).contains(NodeKind.AD);
    }

    @Test
    void aTreeOfWrappersEndsAtTheHundredthDocument() {
        String[] pods = new String[5];
        for (int level = 0; level < 5; level++) {
            String next = url("/level" + (level + 1));
            for (int i = 0; i < 5; i++) {
                pods[i] = wrapperAd("w" + i, String.valueOf(i + 1), next + "?from=" + level + i + "[CACHEBUSTING]",
                        "allowMultipleAds=\"true\"");
            }
            answer("/level" + level, vast(pods));
        }

        AdResponse response = resolve("/level0");

        assertThat(response.success()).isFalse();
        assertThat(response.failures()).extracting(AdError::code).contains(ErrorCode.LIMIT_REACHED);
        assertThat(server.getRequestCount()).isEqualTo(100);
    }

    @Test
    void fiveWrappersAreFollowedAndASixthIsNot() {
        for (int i = 1; i <= 6; i++) {
            answer("/w" + i, wrapper("w" + i, url(i == 6 ? "/in" : "/w" + (i + 1))));
        }
        answer("/in", inline("in"));

        assertThat(resolve("/w2").success()).isTrue();
        AdResponse tooMany = resolve("/w1");
        assertThat(tooMany.errorCode()).contains(ErrorCode.WRAPPER_LIMIT);
        assertThat(tooMany.protocolCode()).hasValue(302);
        assertThat(tooMany.trackingUrls("error").map(TrackingUrl::hop)).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void theErrorUrlsOfEveryWrapperAboveAreDueWhenNoAdComes() {
        answer("/a", wrapper("wa", url("/b")));
        answer("/b", "<VAST version=\"4.0\"><Error>" + url("/root-error") + "?code=[ERRORCODE]</Error></VAST>");
        AdResponse response = resolve("/a");

        assertThat(response.errorCode()).contains(ErrorCode.NO_AD);
        assertThat(response.protocolCode()).hasValue(303);
        assertThat(beacons(response, "error")).containsExactly("0 https://t.example/wa/error?code=[ERRORCODE]",
                "1 " + url("/root-error") + "?code=[ERRORCODE]");
    }

    @Test
    void anHttpErrorAndARefusedConnectionBelowAWrapperAreError301() {
        answer("/a", wrapper("wa", url("/missing")));
        answer("/b", wrapper("wb", "http://127.0.0.1:1/tag"));

        AdResponse missing = resolve("/a");
        AdResponse refused = resolve("/b");

        assertThat(missing.errorCode()).contains(ErrorCode.HTTP_STATUS);
        assertThat(missing.protocolCode()).hasValue(301);
        assertThat(refused.errorCode()).contains(ErrorCode.CONNECTION_FAILED);
        assertThat(refused.protocolCode()).hasValue(301);
        assertThat(refused.failures().getFirst().location()).get().satisfies(l ->
                assertThat(l.path()).isEqualTo("/VAST/Ad/Wrapper/VASTAdTagURI"));
    }

    @Test
    void theHopHasABudgetOfItsOwn() {
        answer("/slow", new MockResponse.Builder().body(inline("in")).headersDelay(30, TimeUnit.SECONDS).build());
        answer("/a", wrapper("wa", url("/slow")));

        AdResponse response = resolve(new VastUpstream(transport, url("/a"))
                .withPolicy(UpstreamPolicy.standard().withHopTimeout(Duration.ofMillis(300))));

        assertThat(response.errorCode()).contains(ErrorCode.TIMEOUT);
        assertThat(response.protocolCode()).hasValue(301);
        assertThat(response.resolutionTimeMs()).isBetween(300L, 3_000L);
    }

    @Test
    void theWholeResolutionHasABudgetThatIsKept() {
        answer("/slow", new MockResponse.Builder().body(inline("in")).headersDelay(30, TimeUnit.SECONDS).build());
        answer("/a", wrapper("wa", url("/slow")));
        var handler = new VastProtocolHandler(new VastUpstream(transport, url("/a")));
        try (var orchestrator = Orchestrator.builder(handler).timeout(Duration.ofMillis(300)).build()) {
            AdResponse response = orchestrator.fetchAd(REQUEST);

            assertThat(response.errorCode()).contains(ErrorCode.TIMEOUT);
            assertThat(response.resolutionTimeMs()).isBetween(295L, 1_000L);
            assertThat(response.resolutionChain()).containsExactly(url("/a"), url("/slow"));
            assertThat(response.resolution().nodes()).noneMatch(n -> n.status() == Status.RUNNING);
        }
    }

    @Test
    void anAnswerBeyondTheLimitIsRefused() {
        answer("/big", inline("in") + " ".repeat(5_000));

        AdResponse response = resolve(new VastUpstream(transport, url("/big"))
                .withPolicy(UpstreamPolicy.standard().withMaxBodyBytes(4_096)));

        assertThat(response.errorCode()).contains(ErrorCode.TOO_LARGE);
    }

    @Test
    void redirectsAreNodesAndNotDocuments() {
        answer("/go", new MockResponse.Builder().code(302).addHeader("Location", "/in").build());
        answer("/in", inline("in"));

        AdResponse response = resolve("/go");

        assertThat(response.success()).isTrue();
        assertThat(response.resolutionChain()).containsExactly(url("/go"));
        assertThat(response.resolution().nodes()).filteredOn(n -> n.kind() == NodeKind.REDIRECT).singleElement()
                .satisfies(n -> assertThat(n.httpStatus()).contains(302));
    }

    @Test
    void aFallbackServesAndTheFailureOfTheFirstIsKept() {
        answer("/none", "<VAST version=\"4.0\"/>");
        answer("/in", inline("in"));

        AdResponse response = resolve(new VastUpstream(transport, url("/none"))
                .withFallback(transport, url("/missing")).withFallback(transport, url("/in")));

        assertThat(response.success()).isTrue();
        assertThat(response.usedFallback()).isTrue();
        assertThat(response.resolutionChain()).containsExactly(url("/none"), url("/missing"), url("/in"));
        assertThat(response.failures()).extracting(AdError::code)
                .containsExactly(ErrorCode.NO_AD, ErrorCode.HTTP_STATUS);
    }

    @Test
    void whenAllFallbacksFailEveryFailureIsKeptAndTheFirstIsTheReason() {
        answer("/none", "<VAST version=\"4.0\"/>");

        AdResponse response = resolve(new VastUpstream(transport, url("/none"))
                .withFallback(transport, url("/missing")));

        assertThat(response.errorCode()).contains(ErrorCode.NO_AD);
        assertThat(response.failures()).extracting(AdError::code)
                .containsExactly(ErrorCode.NO_AD, ErrorCode.HTTP_STATUS);
        assertThat(response.usedFallback()).isTrue();
    }

    @Test
    void malformedXmlIsRefusedWithItsPlace() {
        answer("/bad", "<VAST version=\"3.0\">\n  <Ad id=\"a\">\n    <Error>https://t.example/?a=1&b=2</Error>");

        AdResponse response = resolve("/bad");

        assertThat(response.errorCode()).contains(ErrorCode.MALFORMED);
        assertThat(response.protocolCode()).hasValue(100);
        assertThat(response.failures().getFirst().location()).get().satisfies(l ->
                assertThat(l.line()).isEqualTo(3));
        assertThat(response.resolution().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("XML-MALFORMED");
            assertThat(finding.location()).isEqualTo(response.failures().getFirst().location());
        });
    }

    @Test
    void anEmptyBodyIsNoAdWithAWarning() {
        answer("/empty", "");

        AdResponse response = resolve("/empty");

        assertThat(response.errorCode()).contains(ErrorCode.NO_AD);
        assertThat(response.resolution().findings()).extracting("rule").containsExactly("VAST-BODY-EMPTY");
    }

    @Test
    void aRelativeTagIsResolvedAgainstItsDocument() {
        answer("/tags/a", wrapper("wa", "b?x=1"));
        answer("/tags/b", inline("in"));

        assertThat(resolve("/tags/a").resolutionChain()).containsExactly(url("/tags/a"), url("/tags/b?x=1"));
    }

    @Test
    void aTagFromTheNetworkNeverLeadsToAFile() {
        answer("/a", wrapper("wa", "file:///etc/hostname"));

        AdResponse response = resolve("/a");

        assertThat(response.errorCode()).contains(ErrorCode.UNSUPPORTED);
        assertThat(response.resolutionChain()).containsExactly(url("/a"));
    }

    @Test
    void companionsClosestToTheAdWin() {
        answer("/a", wrapper("wa", url("/b")).replace("</Creatives>", Tags.companion("wide") + "</Creatives>"));
        answer("/b", inline("in"));
        answer("/c", wrapper("wc", url("/d")).replace("</Creatives>", Tags.companion("wide") + "</Creatives>"));
        answer("/d", inline("in").replace("</Creatives>", Tags.companion("near") + "</Creatives>"));

        assertThat(resolve("/a").ads().getFirst().creatives()).anyMatch(c -> c.id().filter("wide"::equals).isPresent());
        assertThat(resolve("/c").ads().getFirst().creatives()).extracting(c -> c.id().orElse(""))
                .contains("near").doesNotContain("wide");
    }
}
