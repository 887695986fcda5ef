package io.spotcheck.desktop.auction;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Bid;
import io.spotcheck.desktop.session.LiveResolution;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.resolution.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** The bids of a tab's answer, and which of them is selected. */
public final class AuctionModel {

    private static final Messages TEXTS = Messages.of(AuctionModel.class);

    private final LiveResolution live;
    private final Selection selection;
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final ReadOnlyObjectWrapper<Optional<Row>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private final Subscription listening;

    /**
     * A bid with its place in the ranking.
     *
     * @param rank its place, from 1
     * @param bid  the bid
     */
    public record Row(int rank, Bid bid) {
    }

    /** A model of this resolution's bids, in step with this selection. */
    public AuctionModel(LiveResolution live, Selection selection) {
        this.live = live;
        this.selection = selection;
        listening = Subscription.combine(
                live.responseProperty().subscribe(answer -> {
                    rows.set(answer.map(AuctionModel::rowsOf).orElse(List.of()));
                    follow();
                }),
                selection.focusProperty().subscribe(_ -> follow()));
    }

    /** The bids in the order of their ranking; none when there was no auction. */
    public ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The bid that the tab's selection is, or is a part of. */
    public ReadOnlyObjectProperty<Optional<Row>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Selects a bid's node. */
    public void select(Row row) {
        selection.select(row.bid().nodeId());
    }

    /** The currency of all bids, when they have one in common. */
    public Optional<String> currency() {
        List<String> all = rows.get().stream().map(r -> r.bid().currency()).distinct().toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** Whether bids were made for more than one impression. */
    public boolean hasManyImpressions() {
        return rows.get().stream().map(r -> r.bid().impId()).distinct().count() > 1;
    }

    /** Whether any bid is for a deal. */
    public boolean hasDeals() {
        return rows.get().stream().anyMatch(r -> r.bid().dealId().isPresent());
    }

    /** How many bids there are, and which won at what price. */
    public String summary() {
        List<Bid> bids = rows.get().stream().map(Row::bid).toList();
        var parts = new ArrayList<String>();
        parts.add(TEXTS.get("summary.bids", bids.size()));
        List<Bid> winners = bids.stream().filter(b -> b.outcome() == Bid.Outcome.WON).toList();
        if (winners.size() == 1) {
            Bid winner = winners.getFirst();
            parts.add(TEXTS.get("summary.winner", buyer(winner), price(winner.clearingPrice().orElse(winner.price())),
                    winner.currency()));
        } else {
            parts.add(TEXTS.get("summary.winners", winners.size()));
        }
        long rejected = bids.stream().filter(b -> b.outcome() == Bid.Outcome.REJECTED).count();
        if (rejected > 0) {
            parts.add(TEXTS.get("summary.rejected", rejected));
        }
        return String.join("  ·  ", parts);
    }

    /** Whether a bid was made in the name of a seat that is called otherwise than its bidder. */
    public boolean hasSeats() {
        return rows.get().stream().anyMatch(r -> !buyer(r.bid()).equals(r.bid().bidder()));
    }

    /** The buyer of a bid: the seat in whose name it was made, else who made it. */
    public static String buyer(Bid bid) {
        return bid.seat().orElse(bid.bidder());
    }

    /** A price with at least two digits behind the point, and no digit that was sent left out. */
    public static String price(BigDecimal price) {
        BigDecimal bare = price.stripTrailingZeros();
        return (bare.scale() < 2 ? bare.setScale(2) : bare).toPlainString();
    }

    /** Why a bid has its outcome, with the specification's code for it when there is one. */
    public static String reason(Bid bid) {
        OptionalInt code = bid.lossReason();
        return code.isPresent() ? TEXTS.get("reason.code", bid.reason(), String.valueOf(code.getAsInt()))
                : bid.reason();
    }

    /** Ends all listening. */
    public void dispose() {
        listening.unsubscribe();
    }

    private static List<Row> rowsOf(AdResponse answer) {
        var found = new ArrayList<Row>();
        answer.bids().forEach(bid -> found.add(new Row(found.size() + 1, bid)));
        return List.copyOf(found);
    }

    private void follow() {
        current.set(selection.focus().flatMap(focus -> {
            var path = live.resolutionProperty().get().pathTo(focus.nodeId()).stream().map(Node::id)
                    .collect(Collectors.toSet());
            return rows.get().stream().filter(r -> path.contains(r.bid().nodeId())).findFirst();
        }));
    }
}
