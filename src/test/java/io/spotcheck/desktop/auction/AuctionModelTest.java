package io.spotcheck.desktop.auction;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Bid;
import io.spotcheck.desktop.sample.FakeResolution;
import io.spotcheck.desktop.sample.SampleAuction;
import io.spotcheck.desktop.sample.SampleTab;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.resolution.NodeKind;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AuctionModelTest {

    private final FakeResolution live = new FakeResolution();
    private final Selection selection = new Selection();
    private final AuctionModel model = new AuctionModel(live, selection);
    private final AdResponse answer = SampleAuction.answer();

    @Test
    void listsTheBidsInTheOrderOfTheirRanking() {
        live.finish(answer);

        assertThat(model.rowsProperty().get()).extracting(r -> r.rank() + " " + r.bid().id())
                .containsExactly("1 fern-1", "2 harbor-7", "3 harbor-8", "4 moss-2", "5 moss-3");
        assertThat(model.summary()).isEqualTo("5 bids  ·  won by fern for 4.11 USD  ·  2 rejected");
        assertThat(model.currency()).contains("USD");
        assertThat(model.hasManyImpressions()).isFalse();
        assertThat(model.hasDeals()).isTrue();
        live.finish(SampleTab.finished().answer());
        assertThat(model.rowsProperty().get()).isEmpty();
    }

    @Test
    void selectingABidSelectsItsNodeAndTheOtherWayRound() {
        live.finish(answer);
        model.select(model.rowsProperty().get().get(3));
        assertThat(selection.focus()).map(Selection.Focus::nodeId).contains(answer.bids().get(3).nodeId());
        assertThat(model.currentProperty().get()).contains(model.rowsProperty().get().get(3));

        selection.select(answer.resolution().nodes().filter(n -> n.kind() == NodeKind.AD).findFirst().orElseThrow().id());
        assertThat(model.currentProperty().get()).contains(model.rowsProperty().get().getFirst());
    }

    @Test
    void saysHowManyWonWhenThereAreSeveralImpressionsOrNone() {
        live.finish(new SampleAuction().add("a", "1", null, "x", "1", Bid.Outcome.LOST, "Too low.", 0, null).seal());
        assertThat(model.summary()).isEqualTo("1 bid  ·  nobody won");
        live.finish(new SampleAuction().add("a", "1", null, "x", "1", Bid.Outcome.WON, "Best.", 0, null)
                .add("b", "2", null, "x", "1", Bid.Outcome.WON, "Best.", 0, null).seal());
        assertThat(model.summary()).isEqualTo("2 bids  ·  2 won");
        assertThat(model.hasManyImpressions()).isTrue();
    }

    @Test
    void pricesKeepEveryDigitThatWasSent() {
        assertThat(AuctionModel.price(new BigDecimal("4.1"))).isEqualTo("4.10");
        assertThat(AuctionModel.price(new BigDecimal("12.125"))).isEqualTo("12.125");
        assertThat(AuctionModel.price(new BigDecimal("1E+2"))).isEqualTo("100.00");
    }
}
