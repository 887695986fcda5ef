package io.spotcheck.protocol.openrtb;

import static io.spotcheck.protocol.openrtb.Bidder.answer;
import static io.spotcheck.protocol.openrtb.Bidder.bid;
import static io.spotcheck.protocol.openrtb.Bidder.seat;
import static io.spotcheck.protocol.openrtb.Bidder.vast;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.Status;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.tracking.TrackingEvent;
import io.spotcheck.upstream.Endpoint;
import io.spotcheck.upstream.UpstreamPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Markup of winners that stands elsewhere, or asks for more than it says. */
class ServedMarkupTest extends BidderScenario {

    private static final AdRequest REQUEST = AdRequest.builder("feed", "user-1").playerSize(640, 360).build();
    private static final Map<String, Object> NATIVE = Map.of("at", 1, "imp", Map.of("native", Map.of()));
    private static final String ASSETS = """
            {"assets": [{"title": {"text": "Far", "len": 3}}, {"img": {"type": 3, "url": "https://cdn.example/far.png"}},
             {"link": {"url": "https://far.example/"}}]}""";

    /** Native 1.2 §5.1: assetsurl comes before the assets of the ad. */
    @Test
    void theAssetsOfANativeAdAreFetchedWhereTheyAre() {
        String assets = bidder.at("/assets", request -> answer(200, ASSETS));

        AdResponse response = fetch(NATIVE, nativeBid(assets));

        assertThat(response.ads().getFirst().adTitle()).contains("Far");
        assertThat(response.creativeUrl()).contains("https://cdn.example/far.png");
        assertThat(response.resolutionChain()).last().isEqualTo(assets);
        assertThat(((Creative.Companion) response.ads().getFirst().creatives().getFirst()).clickThrough())
                .contains("https://far.example/");
        assertThat(response.trackingUrls("clickTracking").map(TrackingUrl::url)).containsExactly("https://t.example/c");
        Node document = document(response, assets);
        assertThat(document.status()).isEqualTo(Status.OK);
        assertThat(document.exchange()).isPresent();
        assertThat(document.source()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            204 | ``              | NO_AD       | nothing at assetsurl
            500 | ``              | HTTP_STATUS | 500
            200 | <html>          | MALFORMED   | not JSON
            200 | {"assets": []}  | MALFORMED   | no assets
            """)
    void withoutThoseAssetsThoseOfTheAdAreShown(int status, String body, ErrorCode code, String words) {
        String assets = bidder.at("/assets", request -> answer(status, body));

        AdResponse response = fetch(NATIVE, nativeBid(assets));

        assertThat(response.ads().getFirst().adTitle()).contains("Near");
        assertThat(document(response, assets).status()).isEqualTo(Status.ERROR);
        assertThat(response.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.message()).contains(words);
        });
        assertThat(rules(response)).contains("OPENRTB-NATIVE-ASSETS-OWN");
    }

    @Test
    void aNativeAdWithoutAnyAssetsIsNone() {
        String assets = bidder.at("/assets", request -> answer(500, ""));
        String url = bidder.bids("/bid", seat("s", bid("n", "2",
                "{\"link\": {\"url\": \"https://a.example\"}, \"assetsurl\": \"" + assets + "\"}", "")));
        String dynamic = bidder.bids("/dynamic", seat("s", bid("n", "2",
                "{\"link\": {\"url\": \"https://a.example\"}, \"dcourl\": \"https://d.example\"}", "")));

        assertThat(fetch(NATIVE, url).errorCode()).contains(ErrorCode.HTTP_STATUS);
        assertThat(fetch(NATIVE, dynamic).errorCode()).contains(ErrorCode.UNSUPPORTED);
    }

    @Test
    void assetsThatDoNotComeInTimeAreLeftBehind() {
        String assets = bidder.at("/assets", request -> new MockResponse.Builder().code(200).body(ASSETS)
                .headersDelay(20, TimeUnit.SECONDS).build());

        AdResponse response = fetch(NATIVE, UpstreamPolicy.standard().withHopTimeout(Duration.ofMillis(700)),
                nativeBid(assets));

        assertThat(response.ads().getFirst().adTitle()).contains("Near");
        assertThat(response.failures()).extracting(f -> f.code()).containsExactly(ErrorCode.TIMEOUT);
        assertThat(response.resolutionTimeMs()).isLessThan(15_000);
    }

    /** A script is run by a page and called by nobody (Native 1.2 §5.8, §7.7). */
    @Test
    void scriptsThatTrackAreNamedAndNotCalled() {
        String url = bidder.bids("/bid", seat("s", bid("n", "2", """
                {"link": {"url": "https://a.example"}, "assets": [{"id": 1, "title": {"text": "T"}}],
                 "eventtrackers": [{"event": 1, "method": 1, "url": "https://t.example/i"},
                 {"event": 1, "method": 2, "url": "https://t.example/i.js"}, {"event": 1, "method": 555}],
                 "jstracker": "<script src='https://t.example/j.js'></script>"}""", "")));
        try (Orchestrator orchestrator = orchestrator(NATIVE, UpstreamPolicy.standard(), url)) {
            AdResponse response = orchestrator.fetchAd(REQUEST);

            assertThat(response.trackingUrls("impressionScript").map(TrackingUrl::url))
                    .containsExactly("https://t.example/i.js", "https://t.example/j.js");
            assertThat(orchestrator.trackEvent("impression", response).events()).extracting(TrackingEvent::url)
                    .containsExactly("https://t.example/i");
            assertThat(rules(response)).contains("OPENRTB-NATIVE-SCRIPT").doesNotContain("OPENRTB-NATIVE-TRACKER");
        }
    }

    /** OpenRTB 2.6 §3.2.4: what the win notice serves is held to the same terms as what stands in the bid. */
    @Test
    void anInsecureMarkupOfAWinNoticeMakesWayForTheNextBest() {
        bidder.at("/win", request -> answer(200, vast("insecure", "http://t.example/i")));
        String url = bidder.bids("/bid", seat("s", "{\"id\": \"first\", \"impid\": \"1\", \"price\": 3, \"nurl\": \""
                + bidder.url("/win") + "\"}", bid("next", "2", vast("secure", "https://t.example/i"), "")));

        AdResponse response = fetch(Map.of("imp", Map.of("secure", 1)), url);

        assertThat(response.adId()).contains("secure");
        assertThat(response.bids().getLast().id()).isEqualTo("first");
        assertThat(response.bids().getLast().lossReason()).hasValue(207);
        assertThat(response.bids().getLast().reason()).contains("http://t.example/i");
    }

    /** OpenRTB 2.6 §4.4: in a test, values that are not known are told by a word. */
    @Test
    void whatIsNotKnownInATestIsAudited() {
        String url = bidder.bids("/bid", seat("s", bid("b", "2",
                vast("ad", "https://t.example/i?t=${AUCTION_IMP_TS}&p=${AUCTION_PRICE}&a=${AUCTION_AD_ID}"), "")));

        assertThat(fetch(Map.of("at", 1, "test", 1), url).trackingUrls("impression").map(TrackingUrl::url))
                .containsExactly("https://t.example/i?t=AUDIT&p=2.0&a=");
        assertThat(fetch(Map.of("at", 1), url).trackingUrls("impression").map(TrackingUrl::url))
                .containsExactly("https://t.example/i?t=&p=2.0&a=");
    }

    @Test
    void anAnswerOfAnotherTypeThanTheRequestsIsTold() {
        String json = seat("s", bid("b", "2", vast("ad", ""), ""));
        String url = bidder.at("/bid", request -> new MockResponse.Builder().code(200)
                .addHeader("Content-Type", "text/plain").body(json.replace("REQUEST", Bidder.idOf(request))).build());
        String right = bidder.at("/right", request -> new MockResponse.Builder().code(200)
                .addHeader("Content-Type", "application/json; charset=utf-8")
                .body(json.replace("REQUEST", Bidder.idOf(request))).build());

        assertThat(rules(fetch(Map.of(), url))).contains("OPENRTB-RESPONSE-CONTENT-TYPE");
        assertThat(rules(fetch(Map.of(), right))).doesNotContain("OPENRTB-RESPONSE-CONTENT-TYPE");
    }

    private String nativeBid(String assets) {
        return bidder.bids("/bid", seat("s", bid("n", "2", """
                {"ver": "1.2", "link": {"url": "https://near.example", "clicktrackers": ["https://t.example/c"]},
                 "assetsurl": "%s", "assets": [{"id": 1, "title": {"text": "Near"}}]}""".formatted(assets), "")));
    }

    private static Node document(AdResponse response, String url) {
        return response.resolution().nodes().filter(n -> n.kind() == NodeKind.DOCUMENT && n.label().equals(url))
                .findFirst().orElseThrow();
    }

    private static List<String> rules(AdResponse response) {
        return response.resolution().findings().stream().map(Finding::rule).toList();
    }

    private AdResponse fetch(Map<String, Object> options, String url) {
        return fetch(options, UpstreamPolicy.standard(), url);
    }

    private AdResponse fetch(Map<String, Object> options, UpstreamPolicy policy, String url) {
        try (Orchestrator orchestrator = orchestrator(options, policy, url)) {
            return orchestrator.fetchAd(REQUEST);
        }
    }

    private Orchestrator orchestrator(Map<String, Object> options, UpstreamPolicy policy, String url) {
        var upstream = new OpenRtbUpstream(List.of(Endpoint.of(http, url)), policy, 5, OpenRtbOptions.of(options));
        return Orchestrator.builder(new OpenRtbProtocolHandler(upstream)).tracker(new RecordingTracker())
                .timeout(Duration.ofSeconds(30)).build();
    }
}
