package io.spotcheck.desktop.findings;

import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.control.EmptyState;
import io.spotcheck.desktop.findings.FindingsModel.Origin;
import io.spotcheck.desktop.findings.FindingsModel.Row;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The findings pane: a table of all findings, and what of them is shown. */
public final class FindingsView {

    private static final Messages TEXTS = Messages.of(FindingsView.class);
    private static final double FIX_WIDTH = 56;

    private final FindingsModel model;
    private final BorderPane root = new BorderPane();
    private final TableView<Row> table = new TableView<>();
    private final Map<Severity, ToggleButton> filters = new EnumMap<>(Severity.class);
    private final Map<Origin, ToggleButton> origins = new EnumMap<>(Origin.class);
    private final TableColumn<Row, Row> fix = new TableColumn<>();
    private final Label problem = new Label();
    private final EmptyState empty = new EmptyState("");
    private final ListChangeListener<Row> onRows = _ -> tell();
    private final Subscription subscriptions;
    private boolean following;

    /** A view of this model. */
    public FindingsView(FindingsModel model) {
        this.model = model;
        root.getStyleClass().add("pane");
        root.setTop(header());
        root.setCenter(table);
        fill();
        var sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        model.rows().addListener(onRows);
        subscriptions = Subscription.combine(
                table.getSelectionModel().selectedItemProperty().subscribe((_, row) -> {
                    if (row != null && !following) {
                        model.select(row);
                    }
                }),
                model.countProperty().subscribe(_ -> tell()),
                // An answer without findings changes no count, and is no longer an answer that is awaited.
                model.hasResolution().subscribe(_ -> tell()),
                model.currentProperty().subscribe(this::follow));
    }

    /** The pane. */
    public Node root() {
        return root;
    }

    /** Stops to follow the model. */
    public void dispose() {
        subscriptions.unsubscribe();
        model.rows().removeListener(onRows);
    }

    private Node header() {
        var bar = new HBox();
        bar.getStyleClass().add("pane-bar");
        for (Severity severity : Severity.values()) {
            var filter = new ToggleButton();
            filter.getStyleClass().addAll("quiet", "small");
            filter.setMinWidth(ToggleButton.USE_PREF_SIZE);
            filter.setSelected(true);
            filter.selectedProperty().subscribe((_, shows) -> model.show(severity, shows));
            filters.put(severity, filter);
            bar.getChildren().add(filter);
        }
        problem.getStyleClass().addAll("small", "status-warning");
        problem.setMinWidth(0);
        problem.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(problem, Priority.ALWAYS);
        bar.getChildren().add(problem);
        for (Origin origin : Origin.values()) {
            var filter = new ToggleButton();
            filter.getStyleClass().addAll("quiet", "small");
            filter.setMinWidth(ToggleButton.USE_PREF_SIZE);
            filter.setTooltip(Columns.tooltip(TEXTS.get("origin.hint." + origin)));
            filter.setSelected(true);
            filter.selectedProperty().subscribe((_, shows) -> model.show(origin, shows));
            origins.put(origin, filter);
            bar.getChildren().add(filter);
        }
        return bar;
    }

    private void fill() {
        table.getStyleClass().add("dense");
        table.setPlaceholder(empty);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Row, Row> severity = Columns.marks(TEXTS.get("severity"), 88, row -> row.finding().severity(),
                (row, mark) -> mark.show(markOf(row.finding().severity()), word(row.finding().severity())));
        TableColumn<Row, Row> message = Columns.words(TEXTS.get("message"), 560, row -> row.finding().message());
        TableColumn<Row, Row> place = Columns.figures(TEXTS.get("place"), 72, FindingsView::order, row ->
                row.finding().location().map(l -> l.line() + ":" + l.column()).orElse(""));
        TableColumn<Row, Row> rule = Columns.code(TEXTS.get("rule"), 208, row -> row.finding().rule());
        TableColumn<Row, Row> spec = Columns.words(TEXTS.get("spec"), 120,
                row -> row.finding().spec().orElse(""));
        TableColumn<Row, Row> node = Columns.words(TEXTS.get("node"), 160, Row::node);
        fix.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        fix.setCellFactory(_ -> new FixCell());
        fix.setSortable(false);
        fix.setMinWidth(FIX_WIDTH);
        fix.setMaxWidth(FIX_WIDTH);
        severity.setMaxWidth(96);
        place.setMaxWidth(96);
        message.setMinWidth(240);
        rule.setMinWidth(160);
        rule.setMaxWidth(240);
        spec.setMinWidth(128);
        spec.setMaxWidth(136);
        node.setMaxWidth(240);
        // Beside the tree there is room for what and where only; below it for the rest as well.
        spec.visibleProperty().bind(table.widthProperty().greaterThan(560));
        rule.visibleProperty().bind(table.widthProperty().greaterThan(880));
        node.visibleProperty().bind(table.widthProperty().greaterThan(1040));
        table.getColumns().add(severity);
        table.getColumns().add(message);
        table.getColumns().add(fix);
        table.getColumns().add(place);
        table.getColumns().add(rule);
        table.getColumns().add(spec);
        table.getColumns().add(node);
    }

    private void tell() {
        filters.forEach((severity, filter) -> filter.setText(
                markOf(severity).shape() + " " + TEXTS.get("filter." + severity.name(), model.count(severity))));
        origins.forEach((origin, filter) -> filter.setText(TEXTS.get("origin." + origin, model.count(origin))));
        String wrong = model.lintProblem().orElse("");
        problem.setText(wrong.isEmpty() ? "" : Mark.WARNING.shape() + " " + wrong);
        problem.setTooltip(wrong.isEmpty() ? null : Columns.tooltip(wrong));
        fix.setVisible(model.hasFixes());
        empty.say(TEXTS.get(model.countProperty().get() > 0 ? "empty.hidden"
                : model.hasResolution().getValue() ? "empty.clean" : "empty.idle"));
    }

    private void follow(Optional<Row> current) {
        following = true;
        try {
            if (current.isEmpty()) {
                table.getSelectionModel().clearSelection();
            } else if (!isSelected(current.get())) {
                table.getSelectionModel().select(current.get());
                table.scrollTo(current.get());
            }
        } finally {
            following = false;
        }
    }

    private boolean isSelected(Row row) {
        // Several findings can stand in one line; the one that was clicked stays selected.
        Row selected = table.getSelectionModel().getSelectedItem();
        return selected != null && selected.nodeId() == row.nodeId()
                && selected.finding().location().map(Location::line)
                        .equals(row.finding().location().map(Location::line));
    }

    /** The button that mends what was found, where the lint can. */
    private final class FixCell extends TableCell<Row, Row> {

        private final Button button = new Button(TEXTS.get("fix"));

        FixCell() {
            button.getStyleClass().addAll("quiet", "small", "fix");
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.setTooltip(Columns.tooltip(TEXTS.get("fix.hint")));
            button.setOnAction(_ -> model.fix(getItem()));
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null || model.fixOf(row).isEmpty() ? null : button);
        }
    }

    private static int order(Row row) {
        return row.finding().location().map(Location::line).orElse(0);
    }

    private static String word(Severity severity) {
        return TEXTS.get("severity." + severity.name());
    }

    private static Mark markOf(Severity severity) {
        return switch (severity) {
            case ERROR -> Mark.ERROR;
            case WARNING -> Mark.WARNING;
            case INFO -> Mark.NONE;
        };
    }
}
