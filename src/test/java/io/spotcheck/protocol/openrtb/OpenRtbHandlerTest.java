package io.spotcheck.protocol.openrtb;

import static io.spotcheck.protocol.openrtb.Bidder.answer;
import static io.spotcheck.protocol.openrtb.Bidder.bid;
import static io.spotcheck.protocol.openrtb.Bidder.seat;
import static io.spotcheck.protocol.openrtb.Bidder.vast;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Bid;
import io.spotcheck.ad.Bid.Outcome;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.Resource;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.json.JsonElement;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.Status;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.tracking.TrackingEvent;
import io.spotcheck.transport.MemoryTransport;
import io.spotcheck.upstream.Endpoint;
import io.spotcheck.upstream.UpstreamPolicy;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenRtbHandlerTest extends BidderScenario {

    private static final AdRequest REQUEST = AdRequest.builder("pre-roll", "user-1").playerSize(640, 360).build();

    @Test
    void aBidRequestIsPostedAsTheSpecificationSays() throws InterruptedException {
        String url = bidder.bids("/bid", seat("512", bid("b1", "1.25", vast("ad", "https://t.example/i"), "")));

        AdResponse response = fetch(Map.of("at", 1, "tmax", 700), url);

        RecordedRequest sent = bidder.take();
        assertThat(sent.getMethod()).isEqualTo("POST");
        assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(sent.getHeaders().get("x-openrtb-version")).isEqualTo("2.6");
        assertThat(sent.getHeaders().get("Accept-Encoding")).contains("gzip");
        JsonElement json = Bidder.json(sent.getBody().utf8());
        assertThat(json.integer("tmax")).hasValue(700);
        assertThat(json.at("/imp/0/video/w").orElseThrow().integer()).hasValue(640);
        assertThat(response.success()).isTrue();
        assertThat(response.protocol()).isEqualTo("openrtb");
        assertThat(response.adId()).contains("ad");
        assertThat(response.creativeUrl()).contains("https://cdn.example/a.mp4");
        assertThat(response.extensions()).containsKeys("bid_price", "bid_currency", "openrtb_response");
        assertThat(response.bids()).singleElement().satisfies(bid -> {
            assertThat(bid.outcome()).isEqualTo(Outcome.WON);
            assertThat(bid.seat()).contains("512");
            assertThat(bid.price()).isEqualByComparingTo("1.25");
        });
    }

    /** A price is a number of floating point, and programs write out what is left of one in binary. */
    @Test
    void aPriceWithTheNoiseOfABinaryNumberIsAPrice() {
        AdResponse response = fetch(Map.of("at", 1),
                bidder.bids("/bid", seat("s", bid("b1", "1.1000000000000000888", vast("ad", ""), ""))));

        assertThat(response.success()).isTrue();
        assertThat(response.bids().getFirst().price()).isEqualByComparingTo("1.1000000000000000888");
    }

    @Test
    void theTreeHasTheBidUnderItsAnswerAndTheAdUnderTheBid() {
        String url = bidder.bids("/bid", seat("512", bid("b1", "1.25", vast("ad", "https://t.example/i"), ""),
                bid("b2", "1.00", "<VAST/>", "")));

        AdResponse response = fetch(Map.of(), url);

        Node document = response.resolution().nodes().filter(n -> n.kind() == NodeKind.DOCUMENT)
                .findFirst().orElseThrow();
        assertThat(document.kind()).isEqualTo(NodeKind.DOCUMENT);
        assertThat(document.exchange()).isPresent();
        assertThat(document.children()).extracting(Node::kind).containsExactly(NodeKind.BID, NodeKind.BID);
        Node won = document.children().getFirst();
        assertThat(won.status()).isEqualTo(Status.OK);
        assertThat(won.location().orElseThrow().path()).isEqualTo("/seatbid/0/bid/0");
        assertThat(won.facts()).containsEntry("clearing price", "1.01 USD").containsEntry("minimum to win", "1.00 USD");
        assertThat(won.children().getFirst().children()).anyMatch(n -> n.kind() == NodeKind.AD);
        Node lost = document.children().get(1);
        assertThat(lost.status()).isEqualTo(Status.SKIPPED);
        assertThat(lost.facts()).containsEntry("loss reason", "102 lost to higher bid");
    }

    @Test
    void theRequestCanBeCompressed() throws Exception {
        String url = bidder.at("/bid", request -> answer(204, ""));

        fetch(Map.of("gzip", true), url);

        RecordedRequest sent = bidder.take();
        assertThat(sent.getHeaders().get("Content-Encoding")).isEqualTo("gzip");
        try (var in = new GZIPInputStream(new ByteArrayInputStream(sent.getBody().toByteArray()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("{\"id\"");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            204 | ``                                          | -1  | it answered 204
            200 | ``                                          | -1  | its answer has no body
            200 | {}                                          | -1  | an empty object
            200 | {"id": "x", "seatbid": []}                  | -1  | no bid
            200 | {"id": "x", "seatbid": [{"bid": []}]}       | -1  | no bid
            200 | {"id": "x"}                                 | -1  | names no seat
            200 | {"id": "x", "seatbid": [], "nbr": 8}        | 8   | unmatched user (nbr 8)
            200 | {"id": "x", "nbr": 0}                       | 0   | unknown error
            200 | {"id": "x", "nbr": 512}                     | 512 | exchange's own
            """)
    void eachFormOfNoBidIsToldApart(int status, String body, int nbr, String words) {
        AdResponse response = fetch(Map.of(), bidder.at("/bid", request -> answer(status, body)));

        assertThat(response.errorCode()).contains(ErrorCode.NO_BID);
        assertThat(response.error().orElseThrow()).startsWith("The bidder does not bid").contains(words);
        assertThat(response.protocolCode().orElse(-1)).isEqualTo(nbr);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            200 | {"id": "x", "seatbid": [    | MALFORMED   | not JSON
            200 | []                          | MALFORMED   | an object, not an array
            200 | {"id": 7, "seatbid": []}    | MALFORMED   | “id” is a string, not a number
            200 | {"id": "x", "seatbid": [{"bid": [{"id": "b", "impid": "1", "price": "1"}]}]} | MALFORMED | “price” is a number
            200 | {"id": "x", "seatbid": [{"bid": [{"id": "b", "impid": "1", "price": 1e99999}]}]} | MALFORMED | too large
            200 | {"openrtb": {"ver": "3.0"}} | UNSUPPORTED | OpenRTB 3.0
            400 | ``                          | HTTP_STATUS | 400
            """)
    void anAnswerThatIsNoBidResponseIsRefusedWithItsPlace(int status, String body, ErrorCode code, String words) {
        AdResponse response = fetch(Map.of(), bidder.at("/bid", request -> answer(status, body)));

        assertThat(response.errorCode()).contains(code);
        assertThat(response.error().orElseThrow()).contains(words);
        if (status == 200) {
            assertThat(response.failures().getFirst().location()).isPresent();
        }
    }

    @Test
    void aBidderThatDoesNotKeepTmaxIsLeftBehind() {
        String url = bidder.at("/slow", request -> new MockResponse.Builder().code(204)
                .headersDelay(20, TimeUnit.SECONDS).build());

        AdResponse response = fetch(Map.of("tmax", 150), url);

        assertThat(response.errorCode()).contains(ErrorCode.TIMEOUT);
        assertThat(response.error().orElseThrow()).contains("150 ms");
        assertThat(response.resolutionTimeMs()).isLessThan(10_000);
    }

    @Test
    void aBidderStandsInForTheOneBefore() {
        String none = bidder.at("/none", request -> answer(204, ""));
        String some = bidder.bids("/some", seat("s", bid("b", "1", vast("second", ""), "")));
        String never = bidder.at("/never", request -> answer(500, ""));

        AdResponse response = fetch(Map.of(), none, some, never);

        assertThat(response.adId()).contains("second");
        assertThat(response.usedFallback()).isTrue();
        assertThat(response.resolutionChain()).containsExactly(none, some);
        assertThat(bidder.asked()).isEqualTo(2);
    }

    @Test
    void biddersMeetInOneAuction() {
        String low = bidder.bids("/low", seat("a", bid("low", "1.00", vast("low", ""), "")));
        String high = bidder.bids("/high", seat("b", bid("high", "3.00", vast("high", ""), "")));
        String none = bidder.at("/none", request -> answer(204, ""));
        String slow = bidder.at("/slow", request -> new MockResponse.Builder().code(204)
                .headersDelay(20, TimeUnit.SECONDS).build());

        AdResponse response = fetch(Map.of("bidders", "together", "at", 2, "tmax", 1500), low, high, none, slow);

        assertThat(response.adId()).contains("high");
        assertThat(response.usedFallback()).isFalse();
        assertThat(response.resolutionChain()).containsExactly(low, high, none, slow);
        assertThat(response.bids()).extracting(Bid::id).containsExactly("high", "low");
        assertThat(response.bids().getFirst().clearingPrice().orElseThrow()).isEqualByComparingTo("1.01");
        assertThat(response.failures()).extracting(f -> f.code())
                .containsExactlyInAnyOrder(ErrorCode.NO_BID, ErrorCode.TIMEOUT);
        assertThat(response.resolutionTimeMs()).isLessThan(10_000);
    }

    @Test
    void macrosAreFilledInMarkupAndNoticesBeforeTheMarkupIsRead() {
        String url = bidder.bids("/bid", seat("512",
                bid("b1", "2.00", vast("ad", "https://t.example/i?p=${AUCTION_PRICE}&x=${AUCTION_MOON}"), """
                        , 'nurl': 'https://b.example/win?p=${AUCTION_PRICE}&m=${AUCTION_MIN_TO_WIN}&b=${AUCTION_BID_ID}'
                        , 'burl': 'https://b.example/bill?t=${AUCTION_IMP_TS}&r=${AUCTION_MBR}'"""),
                bid("b2", "1.00", "<VAST/>", ", 'lurl': 'https://b.example/loss?l=${AUCTION_LOSS}&p=${AUCTION_PRICE}"
                        + "&m=${AUCTION_MIN_TO_WIN}'")));

        AdResponse response = fetch(Map.of("at", 2), url);

        assertThat(response.trackingUrls("impression").map(TrackingUrl::url))
                .containsExactly("https://t.example/i?p=1.01&x=${AUCTION_MOON}");
        assertThat(response.trackingUrls("win").map(TrackingUrl::url))
                .containsExactly("https://b.example/win?p=1.01&m=1.0&b=answer-1");
        assertThat(response.trackingUrls("billing").map(TrackingUrl::url))
                .containsExactly("https://b.example/bill?t=${AUCTION_IMP_TS}&r=0.505");
        assertThat(response.trackingUrls("loss").map(TrackingUrl::url))
                .containsExactly("https://b.example/loss?l=102&p=&m=1.01");
        assertThat(response.resolution().findings()).extracting(Finding::rule).contains("OPENRTB-MACRO-LEFT");
    }

    /** OpenRTB 2.6 §7.16. */
    @Test
    void aDiscountIsTakenOffThePriceAndTold() {
        String url = bidder.bids("/bid", seat("s", bid("b1", "10", vast("ad", ""),
                ", 'nurl': 'https://b.example/?p=${AUCTION_PRICE}&d=${AUCTION_DISCOUNT_PCT}&c=${AUCTION_DISCOUNT_CPM}'")));

        AdResponse response = fetch(Map.of("at", 1, "discount", 20), url);

        assertThat(response.trackingUrls("win").map(TrackingUrl::url))
                .containsExactly("https://b.example/?p=8.0&d=20.0&c=2.0");
    }

    @Test
    void aWinNoticeServesTheMarkupWhereTheBidHasNone() {
        bidder.at("/win", request -> answer(200, vast("served", "https://t.example/?p=${AUCTION_PRICE}")));
        String url = bidder.bids("/bid", "{\"id\": \"REQUEST\", \"seatbid\": [{\"bid\": [{\"id\": \"b\", \"impid\": \"1\", "
                + "\"price\": 3, \"nurl\": \"" + bidder.url("/win") + "?p=${AUCTION_PRICE}\"}]}]}");

        AdResponse response = fetch(Map.of("at", 1), url);

        assertThat(response.adId()).contains("served");
        assertThat(response.resolutionChain()).containsExactly(url, bidder.url("/win") + "?p=3.0");
        assertThat(response.trackingUrls("impression").map(TrackingUrl::url)).containsExactly("https://t.example/?p=3.0");
        assertThat(response.trackingUrls("win")).as("it was called already").isEmpty();
    }

    @Test
    void aWinnerWithoutAnAdMakesWayForTheNextBest() {
        String empty = "<VAST version=\"4.2\"></VAST>";
        String url = bidder.bids("/bid", seat("s", bid("empty", "3", empty, ""),
                bid("next", "2", vast("next", ""), ""), bid("last", "1", vast("last", ""), "")));

        AdResponse response = fetch(Map.of("at", 2), url);

        assertThat(response.adId()).contains("next");
        assertThat(response.bids()).extracting(Bid::id).containsExactly("next", "last", "empty");
        Bid forfeited = response.bids().get(2);
        assertThat(forfeited.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(forfeited.reason()).startsWith("It won, and no ad came of it:");
        assertThat(forfeited.lossReason()).hasValue(7);
        assertThat(response.bids().getFirst().clearingPrice().orElseThrow()).isEqualByComparingTo("1.01");

        AdResponse strict = fetch(Map.of("nextBest", false), url);
        assertThat(strict.errorCode()).contains(ErrorCode.NO_AD);
        assertThat(strict.bids().getFirst().id()).isEqualTo("empty");
    }

    @Test
    void aWinnerOfAPodPaysWhatItWasToldThoughALaterOneForfeits() {
        String price = "https://t.example/?p=${AUCTION_PRICE}";
        String url = bidder.bids("/bid", seat("s",
                bid("first", "3", vast("first", price), ", 'dur': 15, 'nurl': '" + price + "'"),
                bid("empty", "2", "<VAST version=\"4.2\"></VAST>", ", 'dur': 15"),
                bid("last", "1", vast("last", price), ", 'dur': 15")));

        AdResponse response = fetch(Map.of("at", 2, "imp", List.of(Map.of("video", Map.of("poddur", 60, "maxseq", 2)))),
                url);

        assertThat(response.bids()).extracting(Bid::id).containsExactly("first", "last", "empty");
        assertThat(response.bids().getFirst().clearingPrice().orElseThrow()).isEqualByComparingTo("1.01");
        assertThat(response.trackingUrls("win").map(TrackingUrl::url)).containsExactly("https://t.example/?p=1.01");
        assertThat(response.trackingUrls("impression").map(TrackingUrl::url)).first()
                .isEqualTo("https://t.example/?p=1.01");
    }

    @Test
    void billingGoesWithTheImpressionAndHasItsTime() {
        String url = bidder.bids("/bid", seat("s", bid("b1", "2", vast("ad", "https://t.example/i"),
                ", 'nurl': 'https://b.example/win', 'burl': 'https://b.example/bill?t=${AUCTION_IMP_TS}'")));
        try (Orchestrator orchestrator = orchestrator(Map.of(), UpstreamPolicy.standard(), List.of(url))) {
            AdResponse response = orchestrator.fetchAd(REQUEST);

            assertThat(orchestrator.trackEvent("win", response).events()).extracting(TrackingEvent::url)
                    .containsExactly("https://b.example/win");
            List<String> shown = orchestrator.trackEvent("impression", response).events().stream()
                    .map(TrackingEvent::url).toList();
            assertThat(shown).hasSize(2).contains("https://t.example/i");
            assertThat(shown).filteredOn(u -> u.contains("bill")).singleElement().asString().matches(".*\\?t=\\d{13}");
            assertThat(orchestrator.trackEvent("start", response).events()).isEmpty();
        }
    }

    @Test
    void bannersAndNativeAdsAreShownToo() {
        String banner = bidder.bids("/banner", seat("s", bid("b", "2", "<b>${AUCTION_PRICE}</b>",
                ", 'w': 300, 'h': 250, 'mtype': 1, 'crid': 'c1', 'adomain': ['brand.example']")));
        String nativeAd = bidder.bids("/native", seat("s", bid("n", "2", """
                {"native": {"ver": "1.2", "link": {"url": "https://brand.example", "clicktrackers": ["https://t.example/c"]},
                "assets": [{"id": 1, "title": {"text": "Harbor"}}, {"id": 2, "img": {"url": "https://cdn.example/m.png",
                "w": 600, "h": 314}}, {"id": 3, "data": {"type": 1, "value": "Brand"}}],
                "eventtrackers": [{"event": 1, "method": 1, "url": "https://t.example/i?p=${AUCTION_PRICE}"}],
                "imptrackers": ["https://t.example/i2"]}}""", "")));

        AdResponse shown = fetch(Map.of("at", 1, "imp", Map.of("banner", Map.of("w", 300, "h", 250))), banner);
        AdResponse fromNative = fetch(Map.of("at", 1, "imp", Map.of("native", Map.of())), nativeAd);

        Creative.Companion html = (Creative.Companion) shown.ads().getFirst().creatives().getFirst();
        assertThat(html.resources()).containsExactly(new Resource(Resource.Kind.HTML, Optional.of("text/html"),
                "<b>2.0</b>"));
        assertThat(shown.advertiser()).contains("brand.example");
        assertThat(fromNative.ads().getFirst().adTitle()).contains("Harbor");
        assertThat(fromNative.advertiser()).contains("Brand");
        assertThat(fromNative.creativeUrl()).contains("https://cdn.example/m.png");
        assertThat(fromNative.trackingUrls("impression").map(TrackingUrl::url))
                .containsExactly("https://t.example/i?p=2.0", "https://t.example/i2");
        assertThat(fromNative.trackingUrls("clickTracking")).hasSize(1);
    }

    @Test
    void aLargeAnswerStaysWithinTheLimits() {
        var bids = new ArrayList<String>();
        String padding = "x".repeat(2_000);
        for (int i = 0; i < 4_800; i++) {
            bids.add(bid("b" + i, "0." + (100_000 + i), vast("ad" + i, "https://t.example/" + padding), ""));
        }
        byte[] answer = seat("s", bids.toArray(String[]::new)).getBytes(StandardCharsets.UTF_8);
        assertThat(answer.length).isGreaterThan(10 << 20);
        var memory = new MemoryTransport(Map.of("memory://bidder", answer));
        var upstream = new OpenRtbUpstream(memory, "memory://bidder");

        AdResponse refused = fetch(upstream);
        AdResponse served = fetch(upstream.withPolicy(UpstreamPolicy.standard().withMaxBodyBytes(20L << 20)));

        assertThat(refused.errorCode()).contains(ErrorCode.TOO_LARGE);
        assertThat(served.adId()).contains("ad4799");
        assertThat(served.bids()).hasSize(4_800);
        assertThat(served.resolutionTimeMs()).isLessThan(20_000);
    }

    @Test
    void consentStringsAreReadForTheTester() {
        String url = bidder.at("/bid", request -> answer(204, ""));

        AdResponse response = fetch(Map.of("regs", Map.of("gdpr", 1, "us_privacy", "1YNN", "gpp", "broken"),
                "user", Map.of("consent", "COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA")), url);

        assertThat(response.resolution().root().facts()).containsEntry("tcf version", "2")
                .containsEntry("us privacy opt-out of sale", "no");
        assertThat(response.resolution().findings()).extracting(Finding::rule).contains("OPENRTB-CONSENT-GPP");
    }

    private AdResponse fetch(Map<String, Object> options, String... urls) {
        try (Orchestrator orchestrator = orchestrator(options, UpstreamPolicy.standard(), List.of(urls))) {
            return orchestrator.fetchAd(REQUEST);
        }
    }

    private static AdResponse fetch(OpenRtbUpstream upstream) {
        try (var orchestrator = Orchestrator.builder(new OpenRtbProtocolHandler(upstream)).timeout(Duration.ofSeconds(30))
                .build()) {
            return orchestrator.fetchAd(REQUEST);
        }
    }

    private Orchestrator orchestrator(Map<String, Object> options, UpstreamPolicy policy, List<String> urls) {
        var upstream = new OpenRtbUpstream(urls.stream().map(url -> Endpoint.of(http, url)).toList(), policy, 5,
                OpenRtbOptions.of(options));
        return Orchestrator.builder(new OpenRtbProtocolHandler(upstream)).tracker(new RecordingTracker())
                .timeout(Duration.ofSeconds(30)).build();
    }
}
