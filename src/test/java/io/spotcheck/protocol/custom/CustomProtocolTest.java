package io.spotcheck.protocol.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.protocol.HttpScenario;
import io.spotcheck.protocol.TrackContext;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Status;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.tracking.TrackingEvent;
import io.spotcheck.transport.MemoryTransport;
import io.spotcheck.upstream.UpstreamPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomProtocolTest extends HttpScenario {

    private static final AdRequest REQUEST = AdRequest.builder("pre roll", "u1").playerSize(640, 360)
            .extension("tags", List.of("sea", "tea")).build();
    private static final String TWO_ADS = """
            {
              "status": "ok",
              "campaign": "c7",
              "ttl": 90,
              "ads": [
                {"id": "a1", "name": "Harbor", "brand": "Harbor Coffee", "landing": "https://shop.example/",
                 "film": {"url": "https://m.example/a.mp4", "mime": "video/webm", "length": 15000, "w": 640, "h": 360},
                 "urls": {"seen": ["https://t.example/1?cb=[CACHEBUSTING]", "https://t.example/2"]},
                 "events": [{"on": "begin", "tell": "https://t.example/s"}, {"on": "end", "tell": "https://t.example/e"},
                            {"on": "midpoint", "tell": "https://t.example/m"}]},
                {"id": "a2", "name": "Alder", "film": {"url": "https://m.example/b.mp4", "length": "6500"},
                 "urls": {"seen": "https://t.example/3"}, "events": []}
              ]
            }""";

    @Test
    void asksAsDescribedAndMakesAdsOfTheAnswer() throws Exception {
        server.enqueue(answer(TWO_ADS));
        AdResponse response = fetch(Descriptions.HOUSE, "/ask/{slotId}?v=1");

        RecordedRequest asked = server.takeRequest();
        assertThat(asked.getMethod()).isEqualTo("POST");
        assertThat(asked.getTarget()).isEqualTo("/ask/pre%20roll?v=1");
        assertThat(asked.getHeaders().get("X-Viewer")).isEqualTo("u1");
        assertThat(asked.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(asked.getBody().utf8()).isEqualTo("{\"placement\":\"pre roll\",\"viewer\":{\"id\":\"u1\"},"
                + "\"player\":{\"width\":640,\"height\":360},\"tags\":[\"sea\",\"tea\"],\"version\":2}");

        assertThat(response.success()).isTrue();
        assertThat(response.protocol()).isEqualTo("custom");
        assertThat(response.adId()).contains("a1");
        assertThat(response.advertiser()).contains("Harbor Coffee");
        assertThat(response.campaignId()).contains("c7");
        assertThat(response.adSystem()).contains("House");
        assertThat(response.creativeUrl()).contains("https://m.example/a.mp4");
        assertThat(response.creativeType()).contains("video/webm");
        assertThat(response.duration()).contains(Duration.ofSeconds(15));
        assertThat(response.dimensions()).hasToString("Optional[640x360]");
        assertThat(response.cacheableFor()).contains(Duration.ofSeconds(90));
        assertThat(response.ads().getLast().linears().findFirst()).get().satisfies(second -> {
            assertThat(second.duration()).contains(Duration.ofMillis(6500));
            assertThat(second.mediaFiles().getFirst().type()).isEqualTo("video/mp4");
        });
        assertThat(response.trackingUrls()).extracting(TrackingUrl::event)
                .containsExactly("impression", "impression", "start", "complete", "midpoint", "impression");
        assertThat(response.trackingUrls("start")).extracting(TrackingUrl::scope).containsExactly(Scope.LINEAR);
        assertThat(response.resolution().findings()).isEmpty();
    }

    @Test
    void writesATreeWithThePlaceOfEverything() {
        AdResponse response = fetchFromMemory(Descriptions.HOUSE, TWO_ADS);

        List<Node> nodes = response.resolution().nodes().toList();
        assertThat(nodes).extracting(Node::kind).containsExactly(NodeKind.REQUEST, NodeKind.DOCUMENT, NodeKind.AD,
                NodeKind.CREATIVE, NodeKind.MEDIA_FILE, NodeKind.AD, NodeKind.CREATIVE, NodeKind.MEDIA_FILE);
        assertThat(nodes).extracting(Node::status).containsOnly(Status.OK);
        assertThat(nodes).extracting(Node::label).containsExactly("pre roll", "memory://house", "Harbor",
                "linear 15 s", "https://m.example/a.mp4", "Alder", "linear 6.5 s", "https://m.example/b.mp4");
        assertThat(nodes.get(2).location()).contains(new Location(6, 5, "/ads/0"));
        assertThat(nodes.get(7).location()).map(Location::path).contains("/ads/1/film/url");
        assertThat(nodes.get(1).source()).get().extracting("text").isEqualTo(TWO_ADS);
        assertThat(response.trackingUrls("complete").findFirst().orElseThrow().location())
                .map(Location::path).contains("/ads/0/events/1");
    }

    @Test
    void tracksEveryUrlOfAnEventAfterMacros() {
        var handler = new CustomProtocolHandler(new CustomUpstream(
                new MemoryTransport(TWO_ADS.getBytes(StandardCharsets.UTF_8)), "memory://house",
                Descriptions.of(Descriptions.HOUSE)));
        try (var orchestrator = Orchestrator.builder(handler).tracker(new RecordingTracker()).build()) {
            AdResponse response = orchestrator.fetchAd(REQUEST);
            assertThat(orchestrator.trackEvent("impression", response).events()).extracting("url").satisfiesExactly(
                    first -> assertThat((String) first).matches("https://t\\.example/1\\?cb=\\d{8}"),
                    second -> assertThat(second).isEqualTo("https://t.example/2"),
                    third -> assertThat(third).isEqualTo("https://t.example/3"));
            assertThat(orchestrator.trackEvent("pause", response).declared()).isFalse();
        }
    }

    @Test
    void readsXmlByXPath() {
        String description = """
                answer:
                  format: xml
                  noAd: {when: {at: "count(/House/Ad) = 0"}}
                  ads:
                    each: /House/Ad
                    id: "@id"
                    title: Title
                    system: concat(/House/@name, " ", /House/@version)
                    tracking: {impression: Seen, error: {at: Failed, optional: true}}
                    creatives:
                      - files: {each: Film/File, url: ., type: "@type", bitrate: "@kbps", width: "@w", height: "@h"}
                        duration: {at: Film/@length, unit: "hh:mm:ss"}
                        clickThrough: Film/Landing
                        tracking: {each: Film/Tell, event: "@on", url: ., offset: {at: "@after", optional: true}}
                      - {each: Picture, kind: companion, url: "@src", type: {otherwise: image/png}, width: "@w", height: "@h"}
                """;
        String answer = """
                <?xml version="1.0"?>
                <h:House xmlns:h="urn:house" xmlns:x="http://www.w3.org/1999/xlink" name="House" version="2">
                  <h:Ad id="x1"><h:Title>Sea &amp; <![CDATA[coffee]]></h:Title>
                    <Seen>https://t.example/1</Seen><Seen>https://t.example/2</Seen>
                    <Film length="00:00:15.5"><Landing>https://shop.example/</Landing>
                      <File type="video/mp4" kbps="800" w="1280" h="720">https://m.example/l.mp4</File>
                      <File type="video/mp4" kbps="300" w="640" h="360">https://m.example/m.mp4</File>
                      <File type="application/x-odd" kbps="1" w="640" h="360">https://m.example/odd</File>
                      <Tell on="start">https://t.example/s</Tell><Tell on="progress" after="00:00:03">https://t.example/p</Tell>
                    </Film>
                    <Picture x:src="https://m.example/p.png" w="300" h="250"/>
                  </h:Ad>
                </h:House>""";
        AdResponse response = fetchFromMemory(description, answer);

        assertThat(response.resolution().findings()).isEmpty();
        assertThat(response.ads()).singleElement().satisfies(ad -> {
            assertThat(ad.id()).contains("x1");
            assertThat(ad.adTitle()).contains("Sea & coffee");
            assertThat(ad.adSystem()).contains("House 2");
            assertThat(ad.chosenMediaFile()).get().extracting("url").isEqualTo("https://m.example/m.mp4");
            assertThat(ad.linears().findFirst().orElseThrow().duration()).contains(Duration.ofMillis(15_500));
            assertThat(ad.creatives()).last().isInstanceOf(Creative.Companion.class);
            assertThat(ad.tracking()).extracting(TrackingUrl::event)
                    .containsExactly("impression", "impression", "start", "progress");
            assertThat(ad.tracking().getLast().offset()).contains("00:00:03");
            assertThat(ad.tracking().get(1).location()).contains(new Location(4, 37, "/House/Ad/Seen[2]"));
        });
        assertThat(response.resolution().nodes().filter(n -> n.kind() == NodeKind.MEDIA_FILE).map(Node::reason))
                .extracting(Optional::orElseThrow).containsExactly(
                        "Another size fits a player of 640x360 better.", "It fits a player of 640x360 best.",
                        "“application/x-odd” is not video or audio.");
        assertThat(fetchFromMemory(description, "<House name='House' version='2'/>").errorCode()).contains(ErrorCode.NO_AD);
    }

    @Test
    void xPathLooksUpAndAroundToo() {
        AdResponse response = fetchFromMemory("""
                answer:
                  format: xml
                  ads:
                    each: House/Group/Ad
                    id: concat(../@id, '/', @id)
                    title: /House/Names/Name[@for = 'b']
                    advertiser: parent::Group/@brand
                    campaign: {at: "following-sibling::Ad[1]/@id", optional: true}
                    creatives: {url: "Film[not(@draft)]/text()", duration: "count(//Ad) * 2"}
                """, """
                <House><Names><Name for="a">A</Name><Name for="b">B</Name></Names>
                <Group id="g" brand="Tea"><Ad id="1"><Film draft="1">https://m.example/x</Film><Film>https://m.example/1</Film></Ad>
                <Ad id="2"><Film>https://m.example/2</Film></Ad></Group></House>""");

        assertThat(response.resolution().findings()).isEmpty();
        assertThat(response.ads()).extracting(ad -> ad.id().orElseThrow()).containsExactly("g/1", "g/2");
        assertThat(response.ads()).extracting(ad -> ad.adTitle().orElseThrow()).containsOnly("B");
        assertThat(response.ads()).extracting(ad -> ad.advertiser().orElseThrow()).containsOnly("Tea");
        assertThat(response.campaignId()).contains("2");
        assertThat(response.creativeUrl()).contains("https://m.example/1");
        assertThat(response.duration()).contains(Duration.ofSeconds(4));
    }

    /** The JDK's XPath reads the whole document anew for each expression, unless it is kept from it. */
    @Test
    void aLargeXmlAnswerIsReadInTime() {
        var answer = new StringBuilder("<H>");
        for (int i = 0; i < 100; i++) {
            answer.append("<Ad id='").append(i).append("'><T>x</T><Seen>https://t.example/1</Seen><F>https://m.example/a</F>")
                    .append("<Tell on='start'>https://t.example/2</Tell>".repeat(5)).append("</Ad>")
                    .append("<pad a='1'>x</pad>".repeat(1000));
        }
        var upstream = new CustomUpstream(new MemoryTransport(
                answer.append("</H>").toString().getBytes(StandardCharsets.UTF_8)), "memory://house", Descriptions.of("""
                answer:
                  format: xml
                  ads:
                    each: /H/Ad
                    id: "@id"
                    title: T
                    tracking: {impression: Seen}
                    creatives: {url: F, tracking: {each: Tell, event: "@on", url: .}}
                """));
        try (var orchestrator = Orchestrator.builder(new CustomProtocolHandler(upstream)).enableCaching(false)
                .timeout(Duration.ofSeconds(60)).tracker(new RecordingTracker()).build()) {
            assertThat(orchestrator.fetchAd(REQUEST).ads()).hasSize(100);
        }
    }

    @Test
    void neverReadsAnEntityOfAnXmlAnswer() {
        AdResponse response = fetchFromMemory("answer: {format: xml, ads: {creatives: {url: /a}}}",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>");
        assertThat(response.errorCode()).contains(ErrorCode.MALFORMED);
        assertThatExceptionOfType(IllegalArgumentException.class).as("a function that reads files is not there")
                .isThrownBy(() -> Descriptions.of(
                        "answer: {format: xml, ads: {creatives: {url: \"document('file:///etc/hostname')\"}}}"))
                .withMessageContaining("is not an XPath expression");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``                                       | NO_AD     | The answer is empty.                              |     | 0",
        "{\"ads\": []}                            | NO_AD     | The answer has no ad.                             |     | 0",
        "{\"ads\": null}                          | NO_AD     | The answer has no ad.                             |     | 0",
        "{\"status\": \"empty\"}                  | NO_AD     | The server has no ad.                             |     | 0",
        "{\"status\": \"empty\", \"reason\": \"night\", \"code\": 12, \"tell\": [\"https://t.example/n\"]} | NO_AD | The server has no ad: night | 12 | 1",
        "{\"error\": {\"message\": \"no such slot\", \"code\": 7}} | NO_AD | The server reports an error: no such slot |   7 | 0",
        "{}                                       | MALFORMED | The answer has no list of ads at /ads.            |     | 0",
        "{\"ads\": [{}]}                          | MALFORMED | The ad has no creative that can be shown.         |     | 0",
        "{\"ads\": [                              | MALFORMED | The JSON is not well-formed:                      |     | 0",
        "<html><body>no</body></html>             | MALFORMED | This is an HTML page, not JSON.                   |     | 0",
        "<VAST/>                                  | MALFORMED | This is XML, not JSON.                            |     | 0",
        "hello                                    | MALFORMED | This is not JSON:                                 |     | 0"})
    void saysWhyThereIsNoAd(String answer, ErrorCode code, String message, Integer protocolCode, int beacons) {
        AdResponse response = fetchFromMemory(Descriptions.HOUSE, answer == null ? "" : answer);

        assertThat(response.success()).isFalse();
        assertThat(response.errorCode()).contains(code);
        assertThat(response.error()).get().asString().startsWith(message);
        assertThat(response.protocolCode()).isEqualTo(protocolCode == null ? OptionalInt.empty()
                : OptionalInt.of(protocolCode));
        assertThat(response.trackingUrls("error")).hasSize(beacons);
        assertThat(response.failures()).allSatisfy(f -> {
            assertThat(f.url()).contains("memory://house");
            assertThat(f.location().isPresent()).isEqualTo(answer != null && !answer.isBlank());
        });
        assertThat(response.resolution().nodes()).noneMatch(n -> n.status() == Status.RUNNING);
        assertThat(response.resolution().root().children().getLast().status()).isEqualTo(Status.ERROR);
    }

    @Test
    void saysWhatTheAnswerLacksAndWhere() {
        AdResponse response = fetchFromMemory(Descriptions.HOUSE, """
                {"ads": [{"id": "a1", "urls": {"seen": "/relative"}, "events": [{"on": "begin"}],
                          "film": {"url": "https://m.example/a.mp4", "length": "long", "w": "wide"}}]}""");

        assertThat(response.success()).isTrue();
        assertThat(response.resolution().findings()).extracting(Finding::rule, f -> f.location().orElseThrow().path(),
                f -> f.spec().orElseThrow()).containsExactlyInAnyOrder(
                tuple("CUSTOM-VALUE-MISSING", "/ads/0", "option answer.ads.title"),
                tuple("CUSTOM-URL-RELATIVE", "/ads/0/urls/seen",
                        "option answer.ads.tracking.impression"),
                tuple("CUSTOM-VALUE-UNREADABLE", "/ads/0/film/length",
                        "option answer.ads.creatives.duration"),
                tuple("CUSTOM-VALUE-UNREADABLE", "/ads/0/film/w",
                        "option answer.ads.creatives.width"),
                tuple("CUSTOM-VALUE-MISSING", "/ads/0/events/0",
                        "option answer.ads.creatives.tracking.url"));
        assertThat(response.resolution().findings()).extracting(Finding::severity).containsOnly(Severity.WARNING);
        assertThat(response.resolution().findings()).extracting(Finding::message)
                .contains("“long” is not a number of milliseconds.", "The answer has no “title” at /name.");
    }

    @Test
    void anAdWithNothingToShowIsPassedOverAndTheNextOneServes() {
        AdResponse response = fetchFromMemory(Descriptions.HOUSE, """
                {"ads": [{"id": "a1", "name": "A", "urls": {"seen": [], "failed": "https://t.example/f"}, "events": [],
                          "film": {"length": 5}},
                         {"id": "a2", "name": "B", "urls": {"seen": []}, "events": [],
                          "film": {"url": "https://m.example/b.mp4", "length": 5}}]}""");

        assertThat(response.success()).isTrue();
        assertThat(response.adId()).contains("a2");
        assertThat(response.failures()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(ErrorCode.MALFORMED);
            assertThat(f.location()).map(Location::path).contains("/ads/0/film");
            assertThat(f.beacons()).extracting(TrackingUrl::url).containsExactly("https://t.example/f");
        });
        assertThat(response.resolution().findings()).extracting(Finding::rule)
                .contains("CUSTOM-CREATIVE-EMPTY");
    }

    @Test
    void theAnswerItselfCanBeTheAd() {
        AdResponse response = fetchFromMemory("""
                answer:
                  ads:
                    creatives:
                      - {html: /markup, width: /size/0, height: /size/1, clickThrough: /to}
                      - {kind: companion, url: {at: /none, optional: true}}
                """, "{\"markup\": \"<b>tea</b>\", \"size\": [480, 70], \"to\": \"https://shop.example/\"}");

        assertThat(response.resolution().findings()).isEmpty();
        assertThat(response.format()).contains("nonlinear");
        assertThat(response.dimensions()).hasToString("Optional[480x70]");
        assertThat(response.ads().getFirst().creatives()).singleElement()
                .isInstanceOfSatisfying(Creative.NonLinear.class, overlay -> {
                    assertThat(overlay.resources().getFirst().value()).isEqualTo("<b>tea</b>");
                    assertThat(overlay.clickThrough()).contains("https://shop.example/");
                });
    }

    @Test
    void theNextEndpointStandsInWhenOneDoesNotServe() throws Exception {
        server.enqueue(new MockResponse.Builder().code(500).build());
        server.enqueue(answer("{\"status\": \"empty\", \"reason\": \"night\"}"));
        server.enqueue(answer(TWO_ADS));
        var upstream = new CustomUpstream(transport, url("/a"), Descriptions.of(Descriptions.HOUSE))
                .withFallback(transport, url("/b")).withFallback(transport, url("/c/{userId}"));
        AdResponse response = fetch(upstream);

        assertThat(response.success()).isTrue();
        assertThat(response.usedFallback()).isTrue();
        assertThat(response.resolutionChain()).containsExactly(url("/a"), url("/b"), url("/c/u1"));
        assertThat(response.failures()).extracting("code").containsExactly(ErrorCode.HTTP_STATUS, ErrorCode.NO_AD);
    }

    @Test
    void keepsTheTimeAndTheLimits() {
        server.enqueue(new MockResponse.Builder().body("{}").headersDelay(5, TimeUnit.SECONDS).build());
        server.enqueue(answer(" ".repeat(2000) + "{}"));
        var upstream = new CustomUpstream(transport, url("/a"), Descriptions.of(Descriptions.HOUSE));

        assertThat(fetch(upstream.withPolicy(UpstreamPolicy.standard().withHopTimeout(Duration.ofMillis(150)))).errorCode())
                .contains(ErrorCode.TIMEOUT);
        assertThat(fetch(upstream.withPolicy(UpstreamPolicy.standard().withMaxBodyBytes(1000))).errorCode())
                .contains(ErrorCode.TOO_LARGE);
    }

    @Test
    void aListHasNoMoreItemsThanAreLookedAt() {
        String one = "{\"film\": \"https://m.example/a.mp4\"},";
        AdResponse response = fetchFromMemory("answer: {ads: {each: '', creatives: {url: /film}}}",
                "[" + one.repeat(200) + one.repeat(50).replaceAll(",$", "") + "]");

        assertThat(response.ads()).hasSize(200);
        assertThat(response.resolution().findings()).singleElement().extracting(Finding::message)
                .isEqualTo("The list has 250 items; the first 200 are taken.");
    }

    @Test
    void macrosOfTheUrlAreFilledAndThoseThatNobodyKnowsAreSaid() throws Exception {
        server.enqueue(answer("{\"status\": \"empty\"}"));
        var upstream = new CustomUpstream(transport, url("/a?cb=[CACHEBUSTING]&pod=[POD]&g=[GENRE]"),
                Descriptions.of(Descriptions.HOUSE));
        try (var orchestrator = Orchestrator.builder(new CustomProtocolHandler(upstream)).build()) {
            AdResponse response = orchestrator.fetchAd(REQUEST.toBuilder().extension("POD", "a b").build());

            assertThat(server.takeRequest().getTarget()).matches("/a\\?cb=\\d{8}&pod=a%20b&g=\\[GENRE]");
            Node document = response.resolution().root().children().getLast();
            assertThat(document.facts()).containsEntry("unfilled macros", "GENRE").containsKey("before macros");
        }
    }

    @Test
    void theServerIsToldOfAnErrorByItsOwnCode() {
        AdResponse response = fetchFromMemory(Descriptions.HOUSE, "{\"status\": \"empty\", \"code\": 12, "
                + "\"tell\": [\"https://t.example/n?c=[ERRORCODE]\"]}");
        var handler = new CustomProtocolHandler(new CustomUpstream(new MemoryTransport(new byte[0]), "memory://house",
                Descriptions.of(Descriptions.HOUSE)));

        assertThat(handler.track("error", response, TrackContext.of(new RecordingTracker())).events())
                .extracting(TrackingEvent::url).containsExactly("https://t.example/n?c=12");
    }

    @Test
    void aRequestWithoutAFieldThatTheUrlNeedsIsNotSent() {
        AdResponse response = fetch(Descriptions.HOUSE, "/{contentUrl}/x");

        assertThat(response.errorCode()).contains(ErrorCode.INVALID_REQUEST);
        assertThat(response.error()).contains("The URL needs “contentUrl”, which the request lacks.");
        assertThat(server.getRequestCount()).isZero();
    }

    private AdResponse fetch(String description, String path) {
        return fetch(new CustomUpstream(transport, url(path), Descriptions.of(description)));
    }

    private static AdResponse fetchFromMemory(String description, String answer) {
        return fetch(new CustomUpstream(new MemoryTransport(answer.getBytes(StandardCharsets.UTF_8)), "memory://house",
                Descriptions.of(description)));
    }

    private static AdResponse fetch(CustomUpstream upstream) {
        try (var orchestrator = Orchestrator.builder(new CustomProtocolHandler(upstream)).enableCaching(false)
                .tracker(new RecordingTracker()).build()) {
            return orchestrator.fetchAd(REQUEST);
        }
    }

    private static MockResponse answer(String body) {
        return new MockResponse.Builder().addHeader("Content-Type", "application/json").body(body).build();
    }
}
