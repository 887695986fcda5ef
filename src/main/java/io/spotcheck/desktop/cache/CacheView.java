package io.spotcheck.desktop.cache;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.cache.CacheEntry;
import io.spotcheck.desktop.cache.CacheModel.Contents;
import io.spotcheck.desktop.cache.CacheModel.Row;
import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.control.EmptyState;
import io.spotcheck.desktop.control.Showing;
import io.spotcheck.desktop.control.StatusMark;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.orchestrator.Quantities;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javafx.util.Subscription;

/** The cache pane: a table of the entries, which ticks only while somebody can see it. */
public final class CacheView {

    private static final Messages TEXTS = Messages.of(CacheView.class);

    private final CacheModel model;
    private final BorderPane root = new BorderPane();
    private final TableView<Row> table = new TableView<>();
    private final Label title = new Label();
    private final EmptyState empty = new EmptyState(TEXTS.get("empty.off"));
    private final Button open = button("open");
    private final Button drop = button("drop");
    private final Button clear = button("clear");
    private final Timeline ticks;
    private final Subscription subscriptions;

    /** A view of this model. */
    public CacheView(CacheModel model) {
        this.model = model;
        root.getStyleClass().add("pane");
        root.setTop(header());
        root.setCenter(table);
        fill();
        ticks = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.refresh()));
        ticks.setCycleCount(Animation.INDEFINITE);
        subscriptions = Subscription.combine(
                model.contentsProperty().subscribe(this::show),
                Showing.of(root).subscribe(this::tick));
    }

    /** The pane. */
    public Node root() {
        return root;
    }

    /** Stops to tick and to follow the model. */
    public void dispose() {
        subscriptions.unsubscribe();
        ticks.stop();
    }

    /** Whether the ages tick. */
    boolean ticks() {
        return ticks.getStatus() == Animation.Status.RUNNING;
    }

    private void tick(boolean shows) {
        if (shows) {
            model.refresh();
            ticks.play();
        } else {
            ticks.stop();
        }
    }

    private Node header() {
        title.getStyleClass().add("pane-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        open.setOnAction(_ -> selected().ifPresent(model::open));
        drop.setOnAction(_ -> selected().ifPresent(model::drop));
        clear.setOnAction(_ -> model.clear());
        var bar = new HBox(title, gap, open, drop, clear);
        bar.getStyleClass().add("pane-bar");
        return bar;
    }

    private void fill() {
        table.getStyleClass().add("dense");
        table.setAccessibleText(TEXTS.get("pane"));
        table.setPlaceholder(empty);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Row, Row> verdict = Columns.marks(TEXTS.get("verdict"), 240,
                row -> verdict(row.entry().value()), CacheView::show);
        TableColumn<Row, Row> age = Columns.figures(TEXTS.get("age"), 80, Row::age,
                row -> Quantities.describe(row.age()));
        TableColumn<Row, Row> left = Columns.figures(TEXTS.get("left"), 80, Row::left,
                row -> Quantities.describe(row.left()));
        TableColumn<Row, Row> hits = Columns.figures(TEXTS.get("hits"), 56, row -> row.entry().hits(),
                row -> String.valueOf(row.entry().hits()));
        TableColumn<Row, Row> key = Columns.code(TEXTS.get("key"), 400, row -> row.entry().key());
        age.setMaxWidth(96);
        left.setMaxWidth(96);
        hits.setMaxWidth(64);
        table.getColumns().add(verdict);
        table.getColumns().add(age);
        table.getColumns().add(left);
        table.getColumns().add(hits);
        table.getColumns().add(key);
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> enable());
        table.setRowFactory(_ -> {
            var row = new TableRow<Row>();
            row.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && !row.isEmpty()) {
                    model.open(row.getItem().entry());
                }
            });
            return row;
        });
        table.setOnKeyPressed(pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                selected().ifPresent(model::open);
            } else if (pressed.getCode() == KeyCode.DELETE) {
                selected().ifPresent(model::drop);
            }
        });
    }

    private void show(Contents contents) {
        List<Row> rows = switch (contents) {
            case Contents.Entries(List<Row> found) -> found;
            case Contents.Off() -> List.of();
            case Contents.Failed(String _) -> List.of();
        };
        empty.say(switch (contents) {
            case Contents.Entries(List<Row> _) -> TEXTS.get("empty.none");
            case Contents.Off() -> TEXTS.get("empty.off");
            case Contents.Failed(String message) -> TEXTS.get("empty.failed", message);
        });
        Optional<String> key = selected().map(CacheEntry::key);
        table.getItems().setAll(rows);
        table.sort();
        // Each look brings new rows; the person's choice is the key.
        key.flatMap(k -> table.getItems().stream().filter(r -> r.entry().key().equals(k)).findFirst())
                .ifPresent(row -> table.getSelectionModel().select(row));
        title.setText(TEXTS.get("title", rows.size()));
        clear.setDisable(rows.isEmpty());
        enable();
    }

    private void enable() {
        open.setDisable(selected().isEmpty());
        drop.setDisable(selected().isEmpty());
    }

    private Optional<CacheEntry> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(Row::entry);
    }

    private static void show(Row row, StatusMark mark) {
        AdResponse answer = row.entry().value();
        mark.show(answer.success() ? Mark.OK : Mark.ERROR, verdict(answer));
    }

    private static String verdict(AdResponse answer) {
        if (!answer.success()) {
            return TEXTS.get("verdict.none", answer.error().orElse(""));
        }
        String what = answer.adId().or(answer::adSystem).map(w -> " · " + w).orElse("");
        return answer.duration().map(d -> TEXTS.get("verdict.timed", Quantities.describe(d)))
                .orElseGet(() -> TEXTS.get("verdict.served")) + what;
    }

    private static Button button(String key) {
        var button = new Button(TEXTS.get(key));
        button.getStyleClass().addAll("quiet", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(Columns.tooltip(TEXTS.get(key + ".hint")));
        return button;
    }
}
