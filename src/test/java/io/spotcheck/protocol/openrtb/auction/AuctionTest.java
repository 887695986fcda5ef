package io.spotcheck.protocol.openrtb.auction;

import static io.spotcheck.protocol.openrtb.auction.Bids.answer;
import static io.spotcheck.protocol.openrtb.auction.Bids.bid;
import static io.spotcheck.protocol.openrtb.auction.Bids.decide;
import static io.spotcheck.protocol.openrtb.auction.Bids.of;
import static io.spotcheck.protocol.openrtb.auction.Bids.request;
import static io.spotcheck.protocol.openrtb.auction.Bids.seat;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.Bid.Outcome;
import io.spotcheck.protocol.openrtb.request.BidRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuctionTest {

    private static final String BANNER = "'imp': [{'id': '1', 'banner': {}, 'bidfloor': 0.85}]";

    /** The table of OpenRTB 2.6 §4.4.1 for a first-price auction with a floor of 0.85. */
    @Test
    void aFirstPriceAuctionGivesTheNumbersOfTheSpecification() {
        List<Decision> decisions = decide(request("'at': 1, 'badv': ['blocked.example'], " + BANNER), answer("USD",
                seat("s", "", bid("b100", "1.00", ""), bid("b090", "0.90", ""), bid("b080", "0.80", ""),
                        bid("invalid", "2.00", "'adomain': ['blocked.example']"))));

        assertPrices(of(decisions, "b100"), "1.00", "0.90");
        assertPrices(of(decisions, "b090"), null, "1.00");
        assertPrices(of(decisions, "b080"), null, "1.00");
        assertPrices(of(decisions, "invalid"), null, null);
    }

    /** The table of OpenRTB 2.6 §4.4.1 for a second-price auction with a floor of 0.85. */
    @Test
    void aSecondPriceAuctionGivesTheNumbersOfTheSpecification() {
        List<Decision> decisions = decide(request("'at': 2, 'badv': ['blocked.example'], " + BANNER), answer("USD",
                seat("s", "", bid("b100", "1.00", ""), bid("b090", "0.90", ""), bid("b080", "0.80", ""),
                        bid("invalid", "2.00", "'adomain': ['blocked.example']"))));

        assertPrices(of(decisions, "b100"), "0.91", "0.90");
        assertPrices(of(decisions, "b090"), null, "0.91");
        assertPrices(of(decisions, "b080"), null, "0.91");
        assertPrices(of(decisions, "invalid"), null, null);
    }

    @Test
    void everyBidHasItsReason() {
        List<Decision> decisions = decide(request("'at': 1, " + BANNER), answer("USD", seat("s", "",
                bid("low", "0.5", ""), bid("second", "1.0", ""), bid("first", "2.0", ""))));

        assertThat(decisions).extracting(d -> d.offer().bid().name()).containsExactly("first", "second", "low");
        assertThat(decisions).extracting(Decision::outcome)
                .containsExactly(Outcome.WON, Outcome.LOST, Outcome.REJECTED);
        assertThat(decisions).extracting(Decision::reason)
                .containsExactly(LossReason.WON, LossReason.HIGHER_BID, LossReason.BELOW_FLOOR);
        assertThat(of(decisions, "second").message()).isEqualTo("A bid of 2.00 USD is higher.");
        assertThat(of(decisions, "low").message())
                .isEqualTo("A price of 0.50 USD is below the floor of 0.85 USD (imp.bidfloor).");
        assertThat(of(decisions, "first").message())
                .isEqualTo("The best of 2 bids; it pays 2.00 USD, its own price.");
    }

    @Test
    void aloneInASecondPriceAuctionABidPaysTheFloor() {
        Decision only = of(decide(request(BANNER), answer("USD", seat("s", "", bid("b", "3", "")))), "b");

        assertPrices(only, "0.85", "0.85");
    }

    @Test
    void aSecondPriceIsNeverMoreThanTheBid() {
        List<Decision> decisions = decide(request(BANNER), answer("USD",
                seat("s", "", bid("b1", "1.005", ""), bid("b2", "1.00", ""))));

        assertPrices(of(decisions, "b1"), "1.005", "1.00");
    }

    @Test
    void ofEqualPricesTheFirstBidderWinsHoweverTheAnswersCome() {
        String one = answer("USD", seat("a", "", bid("x", "1", ""), bid("y", "1", "")));
        String two = answer("USD", seat("b", "", bid("z", "1", "")));

        List<Decision> decisions = decide(request("'at': 1, " + BANNER), one, two);

        assertThat(decisions).extracting(d -> d.offer().bid().name()).containsExactly("x", "y", "z");
        assertThat(of(decisions, "z").message()).contains("same price");
        assertPrices(of(decisions, "z"), null, "1");
    }

    @Test
    void currenciesAreComparedByTheirRates() {
        var policy = new AuctionPolicy(new ExchangeRates(Map.of("EUR", new BigDecimal("1.10"))),
                new BigDecimal("0.01"), false, BigDecimal.ZERO);

        List<Decision> decisions = decide(request("'at': 2, " + BANNER), policy,
                answer("USD", seat("a", "", bid("dollars", "1.05", ""))),
                answer("EUR", seat("b", "", bid("euros", "1.00", ""))));

        assertThat(of(decisions, "euros").isWon()).isTrue();
        assertThat(of(decisions, "euros").clearingPrice().orElseThrow()).isEqualByComparingTo("0.964545");
        assertThat(of(decisions, "dollars").minToWin().orElseThrow()).isEqualByComparingTo("1.061000");
    }

    @Test
    void aCurrencyWithoutARateOrThatNobodyKnowsCannotTakePart() {
        BidRequest request = request("'at': 1, " + BANNER);

        assertRejected(decide(request, answer("EUR", seat("a", "", bid("b", "9", "")))), LossReason.INVALID_RESPONSE,
                "No rate is known from EUR");
        assertRejected(decide(request, answer("XQQ", seat("a", "", bid("b", "9", "")))), LossReason.INVALID_RESPONSE,
                "not a currency");
        assertRejected(decide(request("'cur': ['USD'], " + BANNER), answer("EUR", seat("a", "", bid("b", "9", "")))),
                LossReason.INVALID_RESPONSE, "the request allows USD");
    }

    @Test
    void aGroupWinsAllOfItsImpressionsOrNone() {
        BidRequest request = request("'at': 1, 'imp': [{'id': '1', 'banner': {}}, {'id': '2', 'banner': {}}]");
        String group = seat("group", ", 'group': 1", bid("g1", "5", ""),
                "{'id': 'g2', 'impid': '2', 'price': 1, 'adm': 'x'}");
        String single = seat("single", "", bid("s1", "2", ""),
                "{'id': 's2', 'impid': '2', 'price': 3, 'adm': 'x'}");

        List<Decision> decisions = decide(request, answer("USD", group, single));

        assertThat(of(decisions, "s1").isWon()).isTrue();
        assertThat(of(decisions, "s2").isWon()).isTrue();
        assertThat(of(decisions, "g1").outcome()).isEqualTo(Outcome.LOST);
        assertThat(of(decisions, "g1").message())
                .isEqualTo("Its seat wants all of its impressions or none, and does not win 2.");
        assertThat(decide(request, answer("USD", group, seat("single", "", bid("s1", "2", "")))))
                .filteredOn(Decision::isWon).extracting(d -> d.offer().bid().name()).containsExactly("g1", "g2");
    }

    @Test
    void aForfeitedWinMakesWayForTheNextBest() {
        List<Offer> offers = Bids.offers(answer("USD", seat("s", "", bid("b1", "2", ""), bid("b2", "1", ""))));

        List<Decision> decisions = new Auction(request("'at': 1, " + BANNER), AuctionPolicy.standard())
                .decide(offers, Map.of(0, new Exclusion(LossReason.MISSING_MARKUP, "No ad came of it.")));

        assertThat(of(decisions, "b2").isWon()).isTrue();
        assertThat(of(decisions, "b1").outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(of(decisions, "b1").minToWin()).isEmpty();
    }

    /** OpenRTB 2.6 §7.6: the dynamic part of a pod takes as many ads as its time and number allow. */
    @Test
    void aDynamicPodTakesWhatFits() {
        BidRequest request = request("'at': 1, 'imp': [{'id': '1', 'video': {'poddur': 60, 'maxseq': 3}}]");

        List<Decision> decisions = decide(request, answer("USD", seat("s", "",
                bid("any", "5", "'dur': 15"), bid("last", "6", "'dur': 15, 'slotinpod': -1"),
                bid("first", "4", "'dur': 15, 'slotinpod': 1"), bid("other-first", "3", "'dur': 15, 'slotinpod': 1"),
                bid("long", "9", "'dur': 61"))));

        assertThat(decisions).filteredOn(Decision::isWon).extracting(d -> d.offer().bid().name())
                .containsExactly("first", "any", "last");
        assertThat(of(decisions, "long").message()).isEqualTo("A duration of 61 s is longer than the pod, which has 60 s.");
        assertThat(of(decisions, "other-first").message()).isEqualTo("The pod has its 3 ads.");
    }

    @Test
    void theDynamicPartOfAPodTellsWhatNoLongerFits() {
        BidRequest request = request("'at': 2, 'imp': [{'id': '1', 'video': {'poddur': 60, 'maxseq': 3}}]");

        List<Decision> decisions = decide(request, answer("USD", seat("s", "", bid("half", "5", "'dur': 30"),
                bid("long", "4", "'dur': 45"), bid("small", "3", "'dur': 15"))));

        assertThat(of(decisions, "long").message()).isEqualTo(
                "Its 45 s do not fit into the 30 s that are left of the pod's 60 s.");
        // What did not fit is nothing that the smaller ad had to beat; the larger one had to beat it.
        assertPrices(of(decisions, "half"), "4.01", "4");
        assertPrices(of(decisions, "small"), "0.01", "0");
    }

    /** AdCOM 1.0, list Pod Deduplication Settings: 1 by advertiser, 2 by category, 3 by creative, 4 by media file. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 | 'adomain': ['brand.example'] | 'adomain': ['Brand.example']  | 205 | the advertiser brand.example
            2 | 'cat': ['IAB7']              | 'cat': ['IAB7']               | 209 | the category IAB7
            3 | 'crid': 'c'                  | 'crid': 'c'                   | 200 | the creative c
            """)
    void aPodTakesNothingTwiceThatItDeduplicates(int setting, String first, String second, int code, String what) {
        String video = "'video': {'podid': 'p', 'poddedupe': [" + setting + "]}";
        BidRequest structured = request("'at': 1, 'imp': [{'id': '1', " + video + "}, {'id': '2', " + video + "}]");
        BidRequest dynamic = request("'at': 1, 'imp': [{'id': '1', " + video.replace("{", "{'poddur': 60, ") + "}]");
        String other = "{'id': 'b3', 'impid': '2', 'price': 1, 'adm': '<p>ad</p>'}";

        List<Decision> slots = decide(structured, answer("USD", seat("s", "", bid("b1", "5", first),
                bid("b2", "4", second).replace("'impid': '1'", "'impid': '2'"), other)));
        List<Decision> pod = decide(dynamic, answer("USD", seat("s", "", bid("b1", "5", first + ", 'dur': 15"),
                bid("b2", "4", second + ", 'dur': 15"))));

        for (List<Decision> decisions : List.of(slots, pod)) {
            assertThat(of(decisions, "b1").isWon()).isTrue();
            assertThat(of(decisions, "b2").reason().code()).isEqualTo(code);
            assertThat(of(decisions, "b2").message()).contains(what).contains("already");
            assertThat(of(decisions, "b2").minToWin()).isEmpty();
        }
        assertThat(of(slots, "b3").isWon()).isTrue();
    }

    @Test
    void aPodThatDoesNotDeduplicateTakesTheSameTwice() {
        String video = "'video': {'podid': 'p', 'poddedupe': [5]}";
        BidRequest request = request("'imp': [{'id': '1', " + video + "}, {'id': '2', " + video + "}]");

        assertThat(decide(request, answer("USD", seat("s", "", bid("b1", "5", "'crid': 'c'"),
                bid("b2", "4", "'crid': 'c'").replace("'impid': '1'", "'impid': '2'"))))).allMatch(Decision::isWon);
    }

    @Test
    void aPodKnowsMediaFilesByTheirAddress() {
        String video = "'video': {'podid': 'p', 'poddedupe': [4]}";
        BidRequest request = request("'imp': [{'id': '1', " + video + "}, {'id': '2', " + video + "}]");
        String vast = "<VAST><Ad><InLine><MediaFile>https://cdn.example/a.mp4</MediaFile></InLine></Ad></VAST>";
        String bids = seat("s", "", bid("b1", "5", ""), bid("b2", "4", "").replace("'impid': '1'", "'impid': '2'"))
                .replace("<p>ad</p>", vast);

        assertThat(of(decide(request, answer("USD", bids)), "b2").message())
                .isEqualTo("The pod has the media file https://cdn.example/a.mp4 already, and takes none twice.");
    }

    @Test
    void ofTwoImpressionsWithOneIdTheFirstIsAuctioned() {
        List<Decision> decisions = decide(request("'imp': [{'id': '1', 'banner': {}}, {'id': '1', 'bidfloor': 9}]"),
                answer("USD", seat("s", "", bid("b", "1", ""))));

        assertThat(decisions).singleElement().matches(Decision::isWon);
    }

    @Test
    void aLosingBidInAnotherCurrencyCanCompare() {
        var policy = new AuctionPolicy(new ExchangeRates(Map.of("EUR", new BigDecimal("1.1"))), BigDecimal.ZERO, false,
                BigDecimal.ZERO);

        List<Decision> decisions = decide(request("'at': 1, " + BANNER), policy, answer("USD", seat("s", "",
                bid("dollar", "1", ""))), answer("EUR", seat("s", "", bid("euro", "1", ""))));

        assertThat(of(decisions, "dollar").message()).isEqualTo("A bid of 1.00 EUR (1.10 USD) is higher.");
        assertPrices(of(decisions, "dollar"), null, "1.1");
    }

    @Test
    void aBidForAnImpressionThatThereIsNotIsTold() {
        List<Decision> decisions = decide(request(BANNER), answer("USD", seat("s", "",
                "{'id': 'b', 'impid': '9', 'price': 1, 'adm': 'x'}")));

        assertRejected(decisions, LossReason.INVALID_RESPONSE, "no impression “9”");
    }

    @Test
    void anAnswerToAnotherRequestCannotTakePart() {
        assertRejected(decide(request("'imp': [{'id': '1', 'banner': {}}]"),
                "{'id': 'other', 'seatbid': [" + seat("s", "", bid("b", "1", "")) + "]}"),
                LossReason.INVALID_AUCTION, "“other”, not “r1”");
    }

    static void assertRejected(List<Decision> decisions, LossReason reason, String words) {
        assertThat(decisions).hasSize(1);
        assertThat(decisions.getFirst().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(decisions.getFirst().reason()).isEqualTo(reason);
        assertThat(decisions.getFirst().message()).contains(words);
    }

    private static void assertPrices(Decision decision, @org.jspecify.annotations.Nullable String clearing,
                                     @org.jspecify.annotations.Nullable String minToWin) {
        assertThat(decision.clearingPrice().map(BigDecimal::stripTrailingZeros)).isEqualTo(number(clearing));
        assertThat(decision.minToWin().map(BigDecimal::stripTrailingZeros)).isEqualTo(number(minToWin));
    }

    private static Optional<BigDecimal> number(@org.jspecify.annotations.Nullable String text) {
        return Optional.ofNullable(text).map(BigDecimal::new).map(BigDecimal::stripTrailingZeros);
    }
}
