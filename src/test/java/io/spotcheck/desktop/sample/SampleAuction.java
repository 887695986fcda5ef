package io.spotcheck.desktop.sample;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Bid.Outcome;
import io.spotcheck.ad.Bid;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.ResolutionListener;
import io.spotcheck.resolution.ResolutionRecorder;
import io.spotcheck.resolution.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An answer with the bids of an auction, each with a node, the first with an ad below it. */
public final class SampleAuction {

    /** Whom was asked. */
    public static final String URL = "https://bid.fern.example/openrtb2/auction?publisher=1207";

    private final ResolutionRecorder recorder = new ResolutionRecorder("pre-roll", ResolutionListener.none());
    private final OpenNode document = recorder.root().open(NodeKind.DOCUMENT, URL);
    private final List<Bid> bids = new ArrayList<>();

    /** An auction of five bids of three bidders. */
    public static AdResponse answer() {
        return new SampleAuction()
                .add("fern-1", "1", "fern", "bid.fern.example", "4.25", Outcome.WON, "The highest bid.", 0, "spring-deal")
                .add("harbor-7", "1", "harbor", "rtb.harbor.example", "4.1", Outcome.LOST,
                        "Another bid for this impression was higher.", 102, null)
                .add("harbor-8", "1", "harbor", "rtb.harbor.example", "0.4", Outcome.REJECTED,
                        "The price is below the floor of 1.50 USD.", 100, null)
                .add("moss-2", "1", null, "moss.example", "12.125", Outcome.REJECTED,
                        "The advertiser “casino.example” is blocked by the request.", 209, null)
                .add("moss-3", "1", null, "moss.example", "2", Outcome.LOST,
                        "Another bid for this impression was higher.", 102, null).seal();
    }

    /** Adds a bid. */
    public SampleAuction add(String id, String impression, @org.jspecify.annotations.Nullable String seat,
                             String bidder, String price, Outcome outcome, String reason, int code,
                             @org.jspecify.annotations.Nullable String deal) {
        OpenNode node = document.open(NodeKind.BID, id + "  " + price + " USD");
        if (outcome == Outcome.WON) {
            node.open(NodeKind.AD, "Spring, fifteen seconds").succeed();
            node.succeed(reason);
        } else if (outcome == Outcome.LOST) {
            node.skip(reason);
        } else {
            node.fail(reason);
        }
        bids.add(new Bid(id, impression, Optional.ofNullable(seat), bidder, new BigDecimal(price), "USD",
                outcome == Outcome.WON ? Optional.of(new BigDecimal("4.11")) : Optional.empty(),
                Optional.ofNullable(deal), outcome, reason, code == 0 ? OptionalInt.empty() : OptionalInt.of(code),
                node.id()));
        return this;
    }

    /** The answer. */
    public AdResponse seal() {
        document.source(new Source(URL, Source.Syntax.JSON, "{\n  \"id\": \"1\",\n  \"seatbid\": []\n}\n"));
        document.succeed();
        recorder.root().succeed();
        return AdResponse.served("pre-roll").protocol("openrtb").bids(bids).resolutionChain(List.of(URL))
                .resolutionTimeMs(92).resolution(recorder.seal("")).build();
    }
}
