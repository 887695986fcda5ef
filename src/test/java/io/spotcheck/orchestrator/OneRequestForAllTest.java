package io.spotcheck.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.DeviceType;
import io.spotcheck.ad.Geo;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamConfig;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.transport.HttpTransport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The same request, unchanged, brings the same ad over every protocol; only what is on the wire differs. */
class OneRequestForAllTest {

    private static final String FILM = "https://media.example/spot.mp4";
    private static final String IMPRESSION = "https://beacons.example/seen?cb=[CACHEBUSTING]";
    private static final String START = "https://beacons.example/start";

    private static final String VAST = """
            <VAST version="4.2"><Ad id="spot"><InLine><AdSystem>House</AdSystem><AdTitle>Spot</AdTitle>
            <Impression><![CDATA[%s]]></Impression><AdServingId>s1</AdServingId><Creatives><Creative>
            <UniversalAdId idRegistry="ad-id.org">SPOT0001</UniversalAdId>
            <Linear><Duration>00:00:15</Duration>
            <TrackingEvents><Tracking event="start"><![CDATA[%s]]></Tracking></TrackingEvents>
            <MediaFiles><MediaFile delivery="progressive" type="video/mp4" width="640" height="360"><![CDATA[%s]]></MediaFile></MediaFiles>
            </Linear></Creative></Creatives></InLine></Ad></VAST>""".formatted(IMPRESSION, START, FILM);
    private static final String HOUSE = """
            {"id": "spot", "film": "%s", "seconds": 15, "seen": "%s", "begin": "%s"}""".formatted(FILM, IMPRESSION, START);

    private static final String VMAP = """
            <vmap:VMAP xmlns:vmap="http://www.iab.net/videosuite/vmap" version="1.0">
            <vmap:AdBreak timeOffset="start" breakType="linear" breakId="first"><vmap:AdSource id="1">
            <vmap:VASTAdData>%s</vmap:VASTAdData></vmap:AdSource></vmap:AdBreak></vmap:VMAP>""".formatted(VAST);
    private static final String BID = """
            {"id": "r1", "cur": "USD", "seatbid": [{"seat": "512", "bid": [{"id": "b1", "impid": "1", "price": 1.25,
            "mtype": 2, "adm": %s}]}]}""".formatted(JsonMapper.shared().writeValueAsString(VAST));

    private static final AdRequest REQUEST = AdRequest.builder("pre-roll", "user-1").ipAddress("203.0.113.7")
            .deviceType(DeviceType.DESKTOP).contentUrl("https://video.example/watch/7")
            .contentDuration(Duration.ofMinutes(30)).playheadPosition(Duration.ZERO).playerSize(640, 360)
            .geo(new Geo(Optional.of("DE"), Optional.empty(), Optional.empty(), Optional.empty(),
                    OptionalDouble.empty(), OptionalDouble.empty()))
            .extension("genre", "documentary").build();

    /**
     * A protocol, and how it says the same.
     *
     * @param name    the protocol
     * @param options what its handler is told
     * @param answer  the server's answer
     * @param asked   what of the request must be in the message: its target or its body
     */
    private record Spoken(String name, Map<String, Object> options, String answer, List<String> asked) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Spoken> protocols() {
        return Stream.of(
                new Spoken("vast", Map.of("parameters", Map.of("slot", "slotId", "user", "userId")), VAST,
                        List.of("slot=pre-roll", "user=user-1", "size=640,360")),
                new Spoken("vmap", Map.of("parameters", Map.of("slot", "slotId")), VMAP, List.of("slot=pre-roll")),
                new Spoken("openrtb", Map.of("id", "r1", "imp", Map.of("id", "1")), BID,
                        List.of("\"id\":\"user-1\"", "\"w\":640")),
                new Spoken("custom", house(), HOUSE, List.of("\"slot\":\"pre-roll\"", "\"width\":640")));
    }

    private static Map<String, Object> house() {
        return Map.of("request", Map.of("body", Map.of("json", Map.of("slot", "{slotId}", "user", "{userId}",
                        "player", Map.of("width", "{playerWidth}", "height", "{playerHeight}")))),
                "answer", Map.of("ads", Map.of("id", "/id", "tracking", Map.of("impression", "/seen"), "creatives",
                        Map.of("url", "/film", "type", Map.of("otherwise", "video/mp4"), "duration", "/seconds",
                                "tracking", Map.of("start", "/begin")))));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void bringsTheSameAd(Spoken protocol) throws Exception {
        try (var server = new MockWebServer(); var http = new HttpTransport()) {
            server.enqueue(new MockResponse.Builder().body(protocol.answer()).build());
            server.start();
            var config = new OrchestratorConfig(Optional.of(protocol.name()),
                    UpstreamConfig.http("http://localhost:" + server.getPort() + "/ad?size=[PLAYERSIZE]"), Optional.empty(),
                    Optional.empty(), Optional.empty(), protocol.options());
            try (Orchestrator orchestrator =
                    config.toBuilder(Path.of("."), http).tracker(new RecordingTracker()).build()) {
                AdResponse response = orchestrator.fetchAd(REQUEST);

                assertThat(response.error()).isEmpty();
                assertThat(response.protocol()).isEqualTo(protocol.name());
                assertThat(response.slotId()).isEqualTo(REQUEST.slotId());
                assertThat(response.creativeUrl()).contains(FILM);
                assertThat(response.creativeType()).contains("video/mp4");
                assertThat(response.format()).contains("linear");
                assertThat(response.duration()).contains(Duration.ofSeconds(15));
                assertThat(response.trackingUrls("impression")).extracting(TrackingUrl::url).containsExactly(IMPRESSION);
                assertThat(response.trackingUrls("start")).extracting(TrackingUrl::url).containsExactly(START);
                assertThat(response.resolution().nodes().map(node -> node.kind()))
                        .contains(NodeKind.DOCUMENT, NodeKind.AD, NodeKind.CREATIVE, NodeKind.MEDIA_FILE);
                assertThat(orchestrator.trackEvent("impression", response).events()).singleElement()
                        .satisfies(event -> assertThat(event.url()).matches("https://beacons\\.example/seen\\?cb=\\d{8}"));
            }
            RecordedRequest asked = server.takeRequest();
            assertThat(asked.getTarget() + "\n" + Optional.ofNullable(asked.getBody()).map(body -> body.utf8()).orElse(""))
                    .contains(protocol.asked());
            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void theAnswersOfOneProtocolAreNotThoseOfAnother() {
        List<String> keys = protocols().map(protocol -> {
            var config = new OrchestratorConfig(Optional.of(protocol.name()), UpstreamConfig.memory("memory://ad",
                    protocol.answer()), Optional.empty(), Optional.empty(), Optional.empty(), protocol.options());
            try (var http = new HttpTransport();
                    Orchestrator orchestrator = config.toBuilder(Path.of("."), http).build()) {
                return orchestrator.fetchAd(REQUEST).resolution().nodes()
                        .filter(node -> node.kind() == NodeKind.CACHE).findFirst().orElseThrow().label();
            }
        }).toList();

        assertThat(keys).doesNotHaveDuplicates().hasSameSizeAs(protocols().toList());
    }
}
