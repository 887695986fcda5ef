package io.spotcheck.desktop.tracking;

import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.desktop.control.EmptyState;
import io.spotcheck.desktop.control.UrlLabel;
import io.spotcheck.desktop.wording.Messages;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** What the ad declares: events with their beacons, and the button that tracks the selected one. */
final class DeclaredPane {

    private static final Messages TEXTS = Messages.of(DeclaredPane.class);

    private final TrackingLogModel model;
    private final BorderPane root = new BorderPane();
    private final TreeTableView<Row> tree = new TreeTableView<>();
    private final Label title = new Label();
    private final Button track = new Button();
    private final Subscription subscriptions;
    private boolean following;

    /** A row of the tree: an event, or one beacon of it. */
    private sealed interface Row {

        Declared event();

        record Event(Declared event) implements Row {
        }

        record Beacon(Declared event, TrackingUrl beacon) implements Row {
        }
    }

    DeclaredPane(TrackingLogModel model) {
        this.model = model;
        root.getStyleClass().add("pane");
        root.setTop(header());
        root.setCenter(tree);
        fill();
        subscriptions = Subscription.combine(
                model.declaredProperty().subscribe(this::show),
                model.firingProperty().subscribe(_ -> tell()),
                model.focusProperty().subscribe(_ -> follow()),
                tree.getSelectionModel().selectedItemProperty().subscribe((_, item) -> {
                    tell();
                    if (item != null && !following && item.getValue() instanceof Row.Beacon(_, TrackingUrl beacon)) {
                        model.select(beacon);
                    }
                }));
    }

    Node root() {
        return root;
    }

    void dispose() {
        subscriptions.unsubscribe();
    }

    private Node header() {
        title.getStyleClass().add("pane-title");
        track.getStyleClass().addAll("quiet", "small");
        track.setMinWidth(Region.USE_PREF_SIZE);
        track.setOnAction(_ -> trackSelected());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(title, gap, track);
        bar.getStyleClass().add("pane-bar");
        return bar;
    }

    private void fill() {
        tree.getStyleClass().add("dense");
        tree.setAccessibleText(TEXTS.get("declared"));
        tree.setShowRoot(false);
        tree.setPlaceholder(new EmptyState(TEXTS.get("declared.empty")));
        tree.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TreeTableColumn<Row, Row> event = column(TEXTS.get("event"), 168, EventCell::new);
        event.setMinWidth(168);
        TreeTableColumn<Row, Row> hop = column(TEXTS.get("hop"), 56, HopCell::new);
        hop.getStyleClass().add("number");
        hop.setMinWidth(56);
        hop.setMaxWidth(56);
        TreeTableColumn<Row, Row> url = column(TEXTS.get("url"), 280, UrlCell::new);
        tree.getColumns().add(event);
        tree.getColumns().add(hop);
        tree.getColumns().add(url);
        var item = new MenuItem();
        item.textProperty().bind(track.textProperty());
        item.setOnAction(_ -> trackSelected());
        tree.setContextMenu(new ContextMenu(item));
        tree.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                trackSelected();
                key.consume();
            }
        });
    }

    private static TreeTableColumn<Row, Row> column(String title, double width,
            Supplier<TreeTableCell<Row, Row>> cell) {
        var column = new TreeTableColumn<Row, Row>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        column.setCellFactory(_ -> cell.get());
        return column;
    }

    private void show(List<Declared> declared) {
        var top = new TreeItem<Row>();
        for (Declared event : declared) {
            var item = new TreeItem<Row>(new Row.Event(event));
            event.beacons().forEach(b -> item.getChildren().add(new TreeItem<>(new Row.Beacon(event, b))));
            top.getChildren().add(item);
        }
        tree.setRoot(top);
        int beacons = declared.stream().mapToInt(d -> d.beacons().size()).sum();
        title.setText(beacons == 0 ? TEXTS.get("declared") : TEXTS.get("declared.count", declared.size(), beacons));
        following = true;
        tree.getSelectionModel().selectFirst();
        following = false;
        tell();
    }

    private void follow() {
        if (model.focusProperty().get().isEmpty()) {
            return;
        }
        Set<TrackingUrl> wanted = Set.copyOf(model.pointedTo());
        boolean isThere = Optional.ofNullable(tree.getSelectionModel().getSelectedItem())
                .filter(item -> pointsTo(item.getValue(), wanted)).isPresent();
        if (isThere) {
            return;
        }
        following = true;
        items().filter(item -> pointsTo(item.getValue(), wanted)).findFirst().ifPresentOrElse(item -> {
            item.getParent().setExpanded(true);
            tree.getSelectionModel().select(item);
            tree.scrollTo(Math.max(0, tree.getRow(item) - 1));
        }, () -> tree.getSelectionModel().clearSelection());
        following = false;
    }

    private static boolean pointsTo(Row row, Set<TrackingUrl> wanted) {
        return switch (row) {
            case Row.Beacon(_, TrackingUrl beacon) -> wanted.contains(beacon);
            case Row.Event(Declared event) -> event.beacons().stream().anyMatch(wanted::contains);
        };
    }

    private Stream<TreeItem<Row>> items() {
        return tree.getRoot().getChildren().stream().flatMap(event -> event.getChildren().stream());
    }

    private Optional<Declared> selected() {
        return Optional.ofNullable(tree.getSelectionModel().getSelectedItem()).map(TreeItem::getValue)
                .map(Row::event);
    }

    private void trackSelected() {
        selected().ifPresent(model::track);
    }

    private void tell() {
        String verb = model.firingProperty().get() ? "track.fire" : "track.record";
        track.setVisible(selected().isPresent());
        track.setText(selected().map(d -> TEXTS.get(verb, d.event())).orElse(""));
    }

    private final class EventCell extends TreeTableCell<Row, Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? "" : switch (row) {
                case Row.Event(Declared event) -> several() && event.adIndex().isPresent()
                        ? TEXTS.get("event.ad", event.event(), event.adIndex().getAsInt() + 1) : event.event();
                case Row.Beacon(_, TrackingUrl beacon) -> beacon.offset().orElseGet(() -> switch (beacon.scope()) {
                    case BREAK, AD, LINEAR -> "";
                    case NON_LINEAR, COMPANION, ICON, VERIFICATION -> beacon.scope().wireName();
                });
            });
        }

        private boolean several() {
            return model.declaredProperty().get().stream().map(Declared::adIndex).filter(OptionalInt::isPresent)
                    .distinct().count() > 1;
        }
    }

    private static final class HopCell extends TreeTableCell<Row, Row> {

        HopCell() {
            getStyleClass().addAll("mono", "number");
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(row instanceof Row.Beacon(_, TrackingUrl beacon) && !empty
                    ? String.valueOf(beacon.hop()) : "");
        }
    }

    private static final class UrlCell extends TreeTableCell<Row, Row> {

        private final UrlLabel url = new UrlLabel();
        private final Label count = new Label();

        UrlCell() {
            count.getStyleClass().addAll("muted", "small");
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            switch (row) {
                case Row.Event(Declared event) -> {
                    count.setText(TEXTS.get("beacons", event.beacons().size()));
                    setGraphic(count);
                }
                case Row.Beacon(_, TrackingUrl beacon) -> {
                    url.show(beacon.url());
                    setGraphic(url);
                }
            }
        }
    }
}
