package io.spotcheck.desktop.auction;

import io.spotcheck.ad.Bid;
import io.spotcheck.desktop.auction.AuctionModel.Row;
import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.control.FoldBar;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.desktop.wording.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The auction: who won at what price, and a table of all bids that can be sorted. */
public final class AuctionView {

    private static final Messages TEXTS = Messages.of(AuctionView.class);
    private static final double ROW = 24;
    private static final int MOST_ROWS = 7;
    private static final int FEWEST_ROWS = 2;

    private final AuctionModel model;
    private final VBox root = new VBox();
    private final FoldBar header;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final TableView<Row> table = new TableView<>();
    private final TableColumn<Row, Row> price;
    private final TableColumn<Row, Row> paid;
    private final TableColumn<Row, Row> currency;
    private final TableColumn<Row, Row> bidder;
    private final TableColumn<Row, Row> impression;
    private final TableColumn<Row, Row> deal;
    private final TableColumn<Row, Row> id;
    private final Subscription listening;
    private boolean following;

    /**
     * A view of this model.
     *
     * @param shown whether it is unfolded
     */
    public AuctionView(AuctionModel model, BooleanProperty shown) {
        this.model = model;
        header = new FoldBar(TEXTS.get("title"), TEXTS.get("fold"), shown);
        table.setId("bids");
        table.getStyleClass().add("dense");
        table.setAccessibleText(TEXTS.get("title"));
        table.setPlaceholder(new Label());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Row, Row> outcome = Columns.marks(TEXTS.get("outcome"), 88, row -> row.bid().outcome(),
                (row, mark) -> mark.show(markOf(row.bid().outcome()), TEXTS.get("outcome." + row.bid().outcome())));
        outcome.setMaxWidth(96);
        price = Columns.figures("", 76, row -> row.bid().price(), row -> AuctionModel.price(row.bid().price()));
        price.setMaxWidth(112);
        paid = Columns.figures(TEXTS.get("paid"), 68, row -> row.bid().clearingPrice().orElse(BigDecimal.ZERO),
                row -> row.bid().clearingPrice().map(AuctionModel::price).orElse(""));
        paid.setMaxWidth(112);
        currency = Columns.words(TEXTS.get("currency"), 48, row -> row.bid().currency());
        currency.setMaxWidth(56);
        TableColumn<Row, Row> buyer = Columns.words(TEXTS.get("buyer"), 88, row -> AuctionModel.buyer(row.bid()));
        // What a bid came to is a sentence; names are short.
        buyer.setMinWidth(80);
        buyer.setMaxWidth(136);
        bidder = Columns.words(TEXTS.get("bidder"), 136, row -> row.bid().bidder());
        bidder.setMaxWidth(176);
        impression = Columns.code(TEXTS.get("impression"), 72, row -> row.bid().impId());
        deal = Columns.code(TEXTS.get("deal"), 88, row -> row.bid().dealId().orElse(""));
        id = Columns.code(TEXTS.get("id"), 96, row -> row.bid().id());
        TableColumn<Row, Row> reason = Columns.words(TEXTS.get("reason"), 240, row -> AuctionModel.reason(row.bid()));
        for (TableColumn<Row, Row> column : List.of(outcome, price, paid, currency, buyer, bidder, impression, deal, id,
                reason)) {
            table.getColumns().add(column);
        }
        var sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.visibleProperty().bind(shown);
        table.managedProperty().bind(shown);
        root.getStyleClass().addAll("pane", "auction");
        root.getChildren().addAll(header.root(), table);
        root.managedProperty().bind(root.visibleProperty());
        listening = Subscription.combine(
                model.rowsProperty().subscribe(this::show),
                model.currentProperty().subscribe(this::follow),
                table.widthProperty().subscribe(_ -> arrange()),
                table.getSelectionModel().selectedItemProperty().subscribe((_, row) -> {
                    if (row != null && !following) {
                        model.select(row);
                    }
                }));
    }

    /** The pane. */
    public Node root() {
        return root;
    }

    /** Stops to follow the model. */
    public void dispose() {
        listening.unsubscribe();
        header.dispose();
    }

    private void show(List<Row> bids) {
        root.setVisible(!bids.isEmpty());
        header.say(bids.isEmpty() ? "" : model.summary());
        following = true;
        rows.setAll(bids);
        following = false;
        price.setText(model.currency().map(c -> TEXTS.get("price.in", c)).orElse(TEXTS.get("price")));
        int seen = Math.clamp(bids.size(), FEWEST_ROWS, MOST_ROWS);
        table.setMinHeight(ROW * (1 + FEWEST_ROWS) + 2);
        table.setPrefHeight(ROW * (1 + seen) + 2);
        table.setMaxHeight(ROW * (1 + seen) + 2);
        arrange();
        follow(model.currentProperty().get());
    }

    /** Beside the inspector there is room for outcome, price, buyer and reason; in a wide window for the rest. */
    private void arrange() {
        double width = table.getWidth();
        currency.setVisible(model.currency().isEmpty());
        impression.setVisible(model.hasManyImpressions() && width > 480);
        bidder.setVisible(model.hasSeats() && width > 880);
        deal.setVisible(model.hasDeals() && width > 760);
        paid.setVisible(width > 520);
        id.setVisible(width > 1000);
    }

    private void follow(Optional<Row> current) {
        following = true;
        if (current.isEmpty()) {
            table.getSelectionModel().clearSelection();
        } else if (!current.get().equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().select(current.get());
            table.scrollTo(current.get());
        }
        following = false;
    }

    private static Mark markOf(Bid.Outcome outcome) {
        return switch (outcome) {
            case WON -> Mark.OK;
            case LOST -> Mark.SKIPPED;
            case REJECTED -> Mark.ERROR;
        };
    }
}
