package io.spotcheck.protocol.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.protocol.HttpScenario;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.tracking.TrackingEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Answers that carry VAST, or name a tag, and answers that say no with an HTTP status. */
class CarriedVastTest extends HttpScenario {

    private static final String WITH_VAST = """
            answer:
              keepFor: {at: /ttl, optional: true}
              ads:
                each: /ads
                id: {at: /id, optional: true}
                vast: /vast
                tracking: {impression: {at: /seen, optional: true}, error: {at: /failed, optional: true}}
            """;
    private static final String WITH_STATUS = """
            answer:
              noAd: {status: [404, 410], reason: /why, code: /code, beacons: /tell}
              error: {status: 503}
              ads: {creatives: {url: /film}}
            """;

    private static String vast(String id) {
        return "<VAST version=\"4.2\"><Ad id=\"" + id + "\"><InLine><AdSystem>S</AdSystem><AdTitle>T</AdTitle>"
                + "<Impression>https://t.example/" + id + "?s=[SLOT]&amp;p=[PLAYERSIZE]</Impression>"
                + "<Error>https://t.example/error?c=[ERRORCODE]</Error><Expires>60</Expires><Creatives><Creative>"
                + "<Linear><Duration>00:00:10</Duration><MediaFiles><MediaFile delivery=\"progressive\" type=\"video/mp4\" "
                + "width=\"640\" height=\"360\">https://m.example/a.mp4</MediaFile></MediaFiles></Linear></Creative>"
                + "</Creatives></InLine></Ad></VAST>";
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    private void enqueue(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private <T> T with(String description, BiFunction<Orchestrator, AdResponse, T> use) {
        var upstream = new CustomUpstream(transport, url("/house"), Descriptions.of(description));
        try (var orchestrator = Orchestrator.builder(new CustomProtocolHandler(upstream)).enableCaching(false)
                .tracker(new RecordingTracker()).build()) {
            AdResponse response = orchestrator.fetchAd(AdRequest.builder("pre", "u").playerSize(640, 360).build());
            return use.apply(orchestrator, response);
        }
    }

    private AdResponse fetch(String description) {
        return with(description, (_, response) -> response);
    }

    @Test
    void markupInAnAnswerIsResolvedAsVast() {
        enqueue(200, "{\"ttl\": 90, \"ads\": [{\"id\": \"h1\", \"seen\": \"https://t.example/own\", \"vast\": "
                + quoted("<?xml version=\"1.0\"?>" + vast("a1")) + "}]}");

        List<String> sent = with(WITH_VAST, (orchestrator, response) -> {
            assertThat(response.success()).isTrue();
            assertThat(response.protocol()).isEqualTo("custom");
            assertThat(response.adId()).contains("a1");
            assertThat(response.duration()).contains(Duration.ofSeconds(10));
            assertThat(response.cacheableFor()).contains(Duration.ofSeconds(60));
            assertThat(response.resolutionChain()).containsExactly(url("/house"));
            assertThat(response.resolution().nodes().map(Node::kind)).containsExactly(NodeKind.REQUEST,
                    NodeKind.DOCUMENT, NodeKind.AD, NodeKind.DOCUMENT, NodeKind.AD, NodeKind.CREATIVE,
                    NodeKind.MEDIA_FILE);
            return orchestrator.trackEvent("impression", response).events().stream().map(TrackingEvent::url).toList();
        });

        assertThat(sent).containsExactly("https://t.example/own", "https://t.example/a1?s=[SLOT]&p=640,360");
    }

    @Test
    void anAddressInAnAnswerIsAskedAndItsWrappersFollowed() {
        enqueue(200, "{\"ads\": [{\"vast\": \"/tag\"}, {\"vast\": " + quoted(url("/other")) + "}]}");
        enqueue(200, "<VAST version=\"3.0\"><Ad><Wrapper><AdSystem>W</AdSystem><VASTAdTagURI>" + url("/deep")
                + "</VASTAdTagURI><Impression>https://t.example/w</Impression></Wrapper></Ad></VAST>");
        enqueue(200, vast("deep"));
        enqueue(200, vast("other"));

        AdResponse response = fetch(WITH_VAST);

        assertThat(response.ads()).extracting(Ad::id).containsExactly(Optional.of("deep"), Optional.of("other"));
        assertThat(response.resolutionChain()).containsExactly(url("/house"), url("/tag"), url("/deep"), url("/other"));
        assertThat(response.trackingUrls("impression")).hasSize(3);
    }

    @Test
    void vastThatServesNothingIsWhyThereIsNoAdAndEverybodyIsTold() {
        enqueue(200, "{\"ads\": [{\"failed\": \"https://t.example/own?c=[ERRORCODE]\", \"vast\": "
                + quoted("<VAST version=\"4.2\"><Error>https://t.example/root?c=[ERRORCODE]</Error></VAST>") + "}]}");

        List<String> sent = with(WITH_VAST, (orchestrator, response) -> {
            assertThat(response.errorCode()).contains(ErrorCode.NO_AD);
            assertThat(response.protocolCode()).hasValue(303);
            return orchestrator.trackEvent("error", response).events().stream().map(TrackingEvent::url).toList();
        });

        assertThat(sent).containsExactlyInAnyOrder("https://t.example/root?c=303", "https://t.example/own?c=303");
    }

    @Test
    void whereThereShouldBeVastAndIsNoneIsSaid() {
        enqueue(200, "{\"ads\": [{\"id\": \"h1\"}]}");

        AdResponse response = fetch(WITH_VAST);

        assertThat(response.errorCode()).contains(ErrorCode.MALFORMED);
        assertThat(response.error()).contains("The ad has no VAST.");
        assertThat(response.failures().getFirst().location().orElseThrow().path()).isEqualTo("/ads/0");
        assertThat(response.resolution().findings()).extracting(Finding::rule).containsExactly("CUSTOM-VALUE-MISSING");
    }

    @Test
    void aTextThatIsNeitherMarkupNorAnAddressIsNotAskedFor() {
        enqueue(200, "{\"ads\": [{\"vast\": \"none today\"}, {\"vast\": 5}]}");

        AdResponse response = fetch(WITH_VAST);

        assertThat(response.error()).contains("“none today” is neither VAST nor the address of a tag.");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void whatIsNoVastIsSaidInItsWords() {
        enqueue(200, "{\"ads\": [{\"vast\": \"<html></html>\"}]}");

        AdResponse response = fetch(WITH_VAST);

        assertThat(response.errorCode()).contains(ErrorCode.MALFORMED);
        assertThat(response.error()).contains("This is an HTML page, not VAST.");
    }

    @Test
    void aStatusThatIsDescribedSaysThatThereIsNoAdAndTheBodyWhy() {
        enqueue(404, "{\"why\": \"nothing booked\", \"code\": 7, \"tell\": \"https://t.example/none?c=[ERRORCODE]\"}");

        AdResponse response = fetch(WITH_STATUS);

        assertThat(response.errorCode()).contains(ErrorCode.NO_AD);
        assertThat(response.error()).contains("The server has no ad: nothing booked");
        assertThat(response.protocolCode()).hasValue(7);
        assertThat(response.trackingUrls("error")).hasSize(1);
        assertThat(response.resolution().findings()).isEmpty();
        assertThat(response.rawResponse()).isPresent();
    }

    @Test
    void aStatusThatIsDescribedNeedsNoBodyThatCanBeRead() {
        enqueue(410, "<html>gone</html>");
        enqueue(503, "");

        assertThat(fetch(WITH_STATUS).error()).contains("The server has no ad.");
        AdResponse broken = fetch(WITH_STATUS);
        assertThat(broken.error()).contains("The server reports an error.");
        assertThat(broken.resolution().findings()).extracting(Finding::rule).containsExactly("CUSTOM-SERVER-ERROR");
    }

    @Test
    void aStatusThatIsNotDescribedIsAFailureAsEver() {
        enqueue(500, "{\"film\": \"https://m.example/a.mp4\"}");
        enqueue(200, "{\"film\": \"https://m.example/a.mp4\"}");

        assertThat(fetch(WITH_STATUS).errorCode()).contains(ErrorCode.HTTP_STATUS);
        assertThat(fetch(WITH_STATUS).success()).isTrue();
    }

    @Test
    void prefixesInAnExpressionSayNothing() {
        enqueue(200, "<h:House xmlns:h=\"urn:h\"><h:Ad h:id=\"x:y\"><v:VAST xmlns:v=\"urn:v\"/>"
                + "<h:Film>https://m.example/a.mp4</h:Film></h:Ad></h:House>");

        AdResponse response = fetch("""
                answer:
                  format: xml
                  ads:
                    each: /h:House/child::h:Ad[@h:id = 'x:y']
                    id: "@h:id"
                    creatives: {url: h:Film}
                """);

        assertThat(response.adId()).contains("x:y");
        assertThat(response.creativeUrl()).contains("https://m.example/a.mp4");
    }
}
