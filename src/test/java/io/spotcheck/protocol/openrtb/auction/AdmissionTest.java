package io.spotcheck.protocol.openrtb.auction;

import static io.spotcheck.protocol.openrtb.auction.Bids.answer;
import static io.spotcheck.protocol.openrtb.auction.Bids.bid;
import static io.spotcheck.protocol.openrtb.auction.Bids.decide;
import static io.spotcheck.protocol.openrtb.auction.Bids.of;
import static io.spotcheck.protocol.openrtb.auction.Bids.request;
import static io.spotcheck.protocol.openrtb.auction.Bids.seat;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.protocol.openrtb.response.BidResponse;
import io.spotcheck.protocol.openrtb.response.BidResponseException;
import io.spotcheck.protocol.openrtb.response.BidResponseReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Which bids may take part, with the loss reason codes of the specification. */
class AdmissionTest {

    private static final String IMP = "'imp': [{'id': '1', 'banner': {'w': 300, 'h': 250, 'battr': [6]}}]";
    private static final String STRICT =
            "'imp': [{'id': '1', 'secure': 1, 'banner': {'btype': [3, 4], 'api': [5, 6]}}]";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'wseat': ['a']                 | ``                            | 104 | not among the allowed ones
            'bseat': ['s']                 | ``                            | 104 | is blocked
            'badv': ['Brand.example']      | 'adomain': ['www.brand.example'] | 205 | www.brand.example is blocked
            'bcat': ['IAB7']               | 'cat': ['IAB7-39']            | 209 | IAB7-39 is blocked
            'acat': ['IAB1']               | 'cat': ['IAB2']               | 209 | not among the allowed ones
            'bapp': ['com.game']           | 'bundle': 'com.game'          | 206 | com.game is blocked
            'wlang': ['en']                | 'language': 'de'              | 208 | language de
            'wlang': ['en']                | 'langb': 'fr-CA'              | 208 | language fr-CA
            'wlangb': ['en-GB', 'nl']      | 'langb': 'en-US'              | 208 | among the allowed ones: en-GB, nl
            'wlangb': ['zh-Hant']          | 'language': 'en'              | 208 | language en
            'test': 0                      | 'attr': [6]                   | 210 | attribute 6 is blocked
            'test': 0                      | 'w': 728, 'h': 90             | 203 | 728x90 is not offered
            'test': 0                      | 'mtype': 2                    | 204 | not offered for video
            'test': 0                      | 'mtype': 9                    | 204 | no type of markup
            'test': 0                      | 'dealid': 'd'                 | 4   | no deal “d”
            """)
    void aBidThatMayNotTakePartIsToldWhy(String ofRequest, String ofBid, int code, String words) {
        List<Decision> decisions = decide(request(ofRequest + ", " + IMP),
                answer("USD", seat("s", "", bid("b", "1", ofBid))));

        assertThat(decisions.getFirst().isWon()).isFalse();
        assertThat(decisions.getFirst().reason().code()).isEqualTo(code);
        assertThat(decisions.getFirst().message()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'wseat': ['s']             | 'w': 300, 'h': 250
            'badv': ['rand.example']   | 'adomain': ['brand.example']
            'bcat': ['IAB7']           | 'cat': ['IAB70']
            'bcat': ['IAB7']           | 'cat': ['IAB7'], 'cattax': 6
            'wlang': ['en']            | 'language': 'xx'
            'wlangb': ['en']           | 'langb': 'en-GB'
            'wlangb': ['EN-gb']        | 'language': 'en'
            'wlangb': ['en']           | 'langb': 'zxx'
            'wlangb': ['en']           | 'crid': 'c'
            """)
    void aBidThatOnlyLooksBlockedTakesPart(String ofRequest, String ofBid) {
        assertThat(decide(request(ofRequest + ", " + IMP), answer("USD", seat("s", "", bid("b", "1", ofBid))))
                .getFirst().isWon()).isTrue();
    }

    /** OpenRTB 2.6 §3.2.4 (secure), §3.2.6 (btype, api), §4.2.3 (apis). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <img src="http://cdn.example/a.png">                 |             | 207 | http://cdn.example/a.png
            <p style="background:url(http://cdn.example/a.png)"> |             | 207 | http://cdn.example/a.png
            {"assets":[{"img":{"url":"http://cdn.example/a.png"}}]} |          | 207 | http://cdn.example/a.png
            <VAST><MediaFile>http://cdn.example/a.mp4</MediaFile></VAST> |     | 207 | http://cdn.example/a.mp4
            <script>document.write("ad")</script>                |             | 211 | type 3 (JavaScript ad)
            <iframe src="https://cdn.example/"></iframe>         |             | 211 | type 4 (iframe)
            <p>ad</p>                                            | "api": 7    | 204 | framework 7 (OMID 1.0)
            <p>ad</p>                                            | "apis": [1] | 204 | framework 1 (VPAID 1.0)
            """)
    void aMarkupThatTheImpressionCannotShowIsRefused(String markup, @Nullable String more, int code, String words) {
        Decision decision = decideOn(markup, more);

        assertThat(decision.isWon()).isFalse();
        assertThat(decision.reason().code()).isEqualTo(code);
        assertThat(decision.message()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <a href="http://brand.example/"><img src="https://cdn.example/a.png"></a> |
            <img src="http://127.0.0.1:8080/a.png">                    |
            <img src="http://localhost/a.png">                         |
            <svg xmlns="http://www.w3.org/2000/svg"></svg>             |
            <p>http://brand.example</p>                                |
            {"link":{"url":"http://brand.example/"},"assets":[{"data":{"value":"http://brand.example"}}]} |
            <VAST xmlns="http://www.iab.com/VAST"><ClickThrough>http://brand.example</ClickThrough></VAST> |
            <p>ad</p>                                                  | "apis": [5, 7]
            <p>ad</p>                                                  | "api": 0
            """)
    void aMarkupThatOnlyLooksInsecureIsShown(String markup, @Nullable String more) {
        assertThat(decideOn(markup, more).message()).startsWith("The only bid");
    }

    private static Decision decideOn(String markup, @Nullable String more) {
        String bid = "{\"id\": \"b\", \"impid\": \"1\", \"price\": 1, \"adm\": "
                + JsonMapper.shared().writeValueAsString(markup) + (more == null ? "" : ", " + more) + "}";
        try {
            var response = (BidResponse.Offers) new BidResponseReader().read(
                    "{\"id\": \"r1\", \"seatbid\": [{\"bid\": [" + bid + "]}]}");
            return new Auction(request(STRICT), AuctionPolicy.standard()).decide(Offer.of("bidder", response, 0),
                    Map.of()).getFirst();
        } catch (BidResponseException wrong) {
            throw new AssertionError(wrong);
        }
    }

    @Test
    void anImpressionThatListsNoFrameworkLeavesThemOpen() {
        assertThat(decide(request(IMP), answer("USD", seat("s", "", bid("b", "1", "'apis': [7]")))).getFirst().isWon())
                .isTrue();
    }

    @Test
    void anAdIsOfAVersionThatThePlayerKnows() {
        String imp = "'imp': [{'id': '1', 'video': {'protocols': [2, 3]}}]";

        Decision newer = decide(request(imp), answer("USD", seat("s", "", bid("b", "1", "'protocol': 15")))).getFirst();

        assertThat(newer.reason()).isEqualTo(LossReason.CREATIVE_FORMAT);
        assertThat(newer.message()).isEqualTo("It is VAST 4.3, which the impression does not support.");
        assertThat(decide(request(imp), answer("USD", seat("s", "", bid("b", "1", "'protocol': 3")))).getFirst().isWon())
                .isTrue();
    }

    /** OpenRTB 2.6 §3.2.35: outside of all ranges the floor of the impression counts. */
    @Test
    void outsideOfTheRangesOfADealTheImpressionsFloorCounts() {
        String imp = """
                'at': 1, 'imp': [{'id': '1', 'bidfloor': 3, 'video': {'mincpmpersec': 0.5}, 'pmp': {'deals': [
                {'id': 'd', 'durfloors': [{'mindur': 1, 'maxdur': 15, 'bidfloor': 2}, {'mindur': 10, 'maxdur': 20,
                'bidfloor': 5}]}]}}]""";

        List<Decision> decisions = decide(request(imp), answer("USD", seat("s", "",
                bid("outside", "2.9", "'dealid': 'd', 'dur': 30"), bid("overlap", "2", "'dealid': 'd', 'dur': 12"))));

        assertThat(of(decisions, "outside").message()).contains("3.00 USD (imp.bidfloor)");
        assertThat(of(decisions, "overlap").isWon()).isTrue();
    }

    @Test
    void aDealForAdvertisersWantsToKnowTheAdvertiser() {
        String imp = "'imp': [{'id': '1', 'banner': {}, 'pmp': {'deals': [{'id': 'd', 'wadomain': ['a.example']}]}}]";

        List<Decision> decisions = decide(request(imp), answer("USD", seat("s", "", bid("none", "1", "'dealid': 'd'"),
                bid("some", "2", "'dealid': 'd', 'adomain': ['a.example', 'b.example']"))));

        assertThat(decisions).extracting(Decision::reason).containsOnly(LossReason.INVALID_ADVERTISER);
    }

    @Test
    void aBidNeedsAPriceAndAnAd() {
        AuctionTest.assertRejected(decide(request(IMP), answer("USD", seat("s", "",
                "{'id': 'b', 'impid': '1', 'adm': 'x'}"))), LossReason.MISSING_PRICE, "no price");
        AuctionTest.assertRejected(decide(request(IMP), answer("USD", seat("s", "",
                "{'id': 'b', 'impid': '1', 'price': 1}"))), LossReason.MISSING_MARKUP, "neither markup nor");
        AuctionTest.assertRejected(decide(request(IMP), answer("USD", seat("s", "", bid("b", "-1", "")))),
                LossReason.INVALID_RESPONSE, "below zero");
    }

    @Test
    void theFloorOfADealComesBeforeThatOfTheVideoAndThatBeforeTheImpressions() {
        String imp = """
                'at': 1, 'imp': [{'id': '1', 'bidfloor': 9, 'video': {'mincpmpersec': 0.1},
                'pmp': {'deals': [{'id': 'd', 'bidfloor': 0.5}, {'id': 'no-floor'},
                {'id': 'ranges', 'durfloors': [{'maxdur': 15, 'bidfloor': 2}, {'mindur': 16, 'bidfloor': 7}]}]}}]""";

        List<Decision> decisions = decide(request(imp), answer("USD", seat("s", "",
                bid("deal", "0.4", "'dealid': 'd', 'dur': 30"), bid("video", "2.9", "'dur': 30"),
                bid("video-ok", "3.0", "'dur': 30"), bid("imp", "8", ""), bid("inherits", "2", "'dealid': 'no-floor', 'dur': 30"),
                bid("ranges", "6", "'dealid': 'ranges', 'dur': 20"))));

        assertThat(of(decisions, "deal").message()).contains("0.50 USD (deal.bidfloor)");
        assertThat(of(decisions, "deal").reason()).isEqualTo(LossReason.BELOW_DEAL_FLOOR);
        assertThat(of(decisions, "video").message()).contains("3.00 USD (video.mincpmpersec)");
        assertThat(of(decisions, "video-ok").isWon()).isTrue();
        assertThat(of(decisions, "imp").message()).contains("9.00 USD (imp.bidfloor)");
        assertThat(of(decisions, "inherits").message()).contains("video.mincpmpersec");
        assertThat(of(decisions, "ranges").message()).contains("7.00 USD (deal.durfloors)");
    }

    @Test
    void aDealOfAgreedPriceCostsThatPrice() {
        String imp = """
                'at': 2, 'imp': [{'id': '1', 'banner': {}, 'pmp': {'deals': [{'id': 'd', 'at': 3, 'bidfloor': 4}]}}]""";

        List<Decision> decisions = decide(request(imp), answer("USD", seat("s", "",
                bid("deal", "5", "'dealid': 'd'"), bid("open", "4.5", ""))));

        assertThat(of(decisions, "deal").clearingPrice().orElseThrow()).isEqualByComparingTo("4");
        assertThat(of(decisions, "deal").message()).contains("the price that the deal agrees upon");
    }

    @Test
    void dealsCanComeBeforeEverythingElse() {
        String imp = "'at': 1, 'imp': [{'id': '1', 'banner': {}, 'pmp': {'deals': [{'id': 'd'}]}}]";
        String bids = answer("USD", seat("s", "", bid("deal", "1", "'dealid': 'd'"), bid("open", "4.5", "")));
        var policy = new AuctionPolicy(ExchangeRates.none(), BigDecimal.ZERO, true, BigDecimal.ZERO);

        assertThat(of(decide(request(imp), bids), "open").isWon()).isTrue();
        List<Decision> dealsFirst = decide(request(imp), policy, bids);
        assertThat(of(dealsFirst, "deal").isWon()).isTrue();
        assertThat(of(dealsFirst, "open").reason()).isEqualTo(LossReason.DEAL);
    }

    @Test
    void aPrivateAuctionIsForItsDealsAlone() {
        String imp = """
                'imp': [{'id': '1', 'banner': {}, 'pmp': {'private_auction': 1, 'deals': [{'id': 'd', 'wseat': ['s'],
                'wadomain': ['brand.example']}]}}]""";

        List<Decision> decisions = decide(request(imp), answer("USD",
                seat("s", "", bid("open", "9", ""), bid("good", "1", "'dealid': 'd', 'adomain': ['brand.example']"),
                        bid("other", "2", "'dealid': 'd', 'adomain': ['else.example']")),
                seat("t", "", bid("seat", "3", "'dealid': 'd', 'adomain': ['brand.example']"))));

        assertThat(of(decisions, "good").isWon()).isTrue();
        assertThat(of(decisions, "open").reason()).isEqualTo(LossReason.INVALID_DEAL);
        assertThat(of(decisions, "other").reason()).isEqualTo(LossReason.INVALID_ADVERTISER);
        assertThat(of(decisions, "seat").reason()).isEqualTo(LossReason.SEAT_BLOCKED);
    }

    @Test
    void anAdMustBeOfTheLengthThatIsOffered() {
        String range = "'imp': [{'id': '1', 'video': {'minduration': 10, 'maxduration': 20}}]";
        String exact = "'imp': [{'id': '1', 'video': {'rqddurs': [15, 30]}}]";
        String extended = "'imp': [{'id': '1', 'video': {'maxduration': 20, 'maxextended': 5}}]";
        String endless = "'imp': [{'id': '1', 'video': {'maxduration': 20, 'maxextended': -1}}]";

        assertThat(decide(request(range), answer("USD", seat("s", "", bid("b", "1", "'dur': 9")))).getFirst().message())
                .contains("shorter than 10 s");
        assertThat(decide(request(range), answer("USD", seat("s", "", bid("b", "1", "'dur': 21")))).getFirst().message())
                .contains("longer than 20 s");
        assertThat(decide(request(exact), answer("USD", seat("s", "", bid("b", "1", "'dur': 20")))).getFirst().message())
                .contains("not one of 15, 30 s");
        assertThat(decide(request(extended), answer("USD", seat("s", "", bid("b", "1", "'dur': 26")))).getFirst()
                .message()).contains("longer than 20 s and the 5 s");
        for (String imp : List.of(exact + 30, extended + 25, endless + 99)) {
            int end = imp.lastIndexOf(']') + 1;
            assertThat(decide(request(imp.substring(0, end)), answer("USD", seat("s", "", bid("b", "1", "'dur': "
                    + imp.substring(end))))).getFirst().isWon()).isTrue();
        }
    }
}
