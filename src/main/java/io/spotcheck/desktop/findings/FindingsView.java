package io.spotcheck.desktop.findings;

import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.control.EmptyState;
import io.spotcheck.desktop.control.UrlLabel;
import io.spotcheck.desktop.findings.FindingsModel.Group;
import io.spotcheck.desktop.findings.FindingsModel.Line;
import io.spotcheck.desktop.findings.FindingsModel.Origin;
import io.spotcheck.desktop.findings.FindingsModel.Row;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.util.Subscription;

/** The findings pane: all findings, one below the other or by rule, and what of them is shown. */
public final class FindingsView {

    private static final Messages TEXTS = Messages.of(FindingsView.class);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIX = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination GROUP = new KeyCodeCombination(KeyCode.R, KeyCombination.ALT_DOWN);
    private static final double ROW = 40;
    private static final double FIX_WIDTH = 96;
    /** Below this width the place stands with the rule. */
    private static final double ROOM_FOR_PLACE = 560;

    private final FindingsModel model;
    private final BorderPane root = new BorderPane();
    private final TableView<Line> table = new TableView<>();
    private final Map<Severity, ToggleButton> filters = new EnumMap<>(Severity.class);
    private final Map<Origin, ToggleButton> origins = new EnumMap<>(Origin.class);
    private final ToggleButton group = new ToggleButton(TEXTS.get("group"));
    private final TableColumn<Line, Line> severity = Columns.marks(TEXTS.get("severity"), 88, FindingsView::severity,
            (line, mark) -> mark.show(FindingText.markOf(severity(line)), FindingText.word(severity(line))));
    private final TableColumn<Line, Line> finding = new TableColumn<>(TEXTS.get("message"));
    private final TableColumn<Line, Line> place = Columns.figures(TEXTS.get("place"), 72, FindingsView::order,
            line -> line instanceof Row row ? FindingText.place(row.finding()).orElse("") : "");
    private final TableColumn<Line, Line> fix = new TableColumn<>();
    private final Label problem = new Label();
    private final EmptyState empty = new EmptyState("");
    private final ListChangeListener<Line> onLines = _ -> tell();
    private final Subscription subscriptions;
    private boolean following;

    /** A view of this model. */
    public FindingsView(FindingsModel model) {
        this.model = model;
        root.getStyleClass().addAll("pane", "findings");
        root.getStylesheets().add(Objects.requireNonNull(FindingsView.class.getResource("findings.css"))
                .toExternalForm());
        root.setTop(header());
        root.setCenter(table);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        fill();
        var sorted = new SortedList<>(model.lines());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        model.lines().addListener(onLines);
        subscriptions = Subscription.combine(
                table.getSelectionModel().selectedItemProperty().subscribe((_, line) -> {
                    if (line instanceof Row row && !following) {
                        model.select(row);
                    }
                }),
                model.countProperty().subscribe(_ -> tell()),
                model.groupedProperty().subscribe(this::group),
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
        model.lines().removeListener(onLines);
    }

    private Node header() {
        var bar = new FlowPane();
        bar.getStyleClass().addAll("pane-bar", "findings-bar");
        for (Severity each : Severity.values()) {
            ToggleButton filter = toggle(TEXTS.get("filter.hint"));
            filter.setSelected(true);
            filter.selectedProperty().subscribe((_, shows) -> model.show(each, shows));
            filters.put(each, filter);
            bar.getChildren().add(filter);
        }
        for (Origin origin : Origin.values()) {
            ToggleButton filter = toggle(TEXTS.get("origin.hint." + origin));
            filter.setSelected(true);
            filter.selectedProperty().subscribe((_, shows) -> model.show(origin, shows));
            origins.put(origin, filter);
            bar.getChildren().add(filter);
        }
        group.setId("group");
        dress(group, TEXTS.get("group.hint"));
        group.selectedProperty().bindBidirectional(model.groupedProperty());
        problem.getStyleClass().addAll("small", "status-warning");
        problem.managedProperty().bind(problem.visibleProperty());
        problem.maxWidthProperty().bind(root.widthProperty().subtract(24));
        bar.getChildren().addAll(group, problem);
        return bar;
    }

    private static ToggleButton toggle(String hint) {
        var button = new ToggleButton();
        dress(button, hint);
        return button;
    }

    private static void dress(ToggleButton button, String hint) {
        button.getStyleClass().addAll("quiet", "small");
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setTooltip(Columns.tooltip(hint));
    }

    private void fill() {
        table.getStyleClass().add("dense");
        table.setStyle("-fx-fixed-cell-size: " + ROW + "px;");
        table.setPlaceholder(empty);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        finding.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        finding.setCellFactory(_ -> new FindingCell(model::open, () -> !place.isVisible()));
        finding.setComparator(Comparator.comparing(FindingsView::rule));
        finding.setMinWidth(160);
        finding.setPrefWidth(560);
        fix.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        fix.setCellFactory(_ -> new FixCell(model));
        fix.setSortable(false);
        fix.setMinWidth(FIX_WIDTH);
        fix.setMaxWidth(FIX_WIDTH);
        severity.setMaxWidth(96);
        place.setMaxWidth(96);
        place.visibleProperty().bind(table.widthProperty().greaterThan(ROOM_FOR_PLACE)
                .and(model.groupedProperty().not()));
        place.visibleProperty().subscribe((_, _) -> table.refresh());
        table.getColumns().add(severity);
        table.getColumns().add(finding);
        table.getColumns().add(place);
        table.getColumns().add(fix);
        table.setContextMenu(menu());
    }

    private ContextMenu menu() {
        var copy = new MenuItem(TEXTS.get("copy"));
        copy.setAccelerator(COPY);
        copy.setOnAction(_ -> copy(table.getSelectionModel().getSelectedItems()));
        var copyAll = new MenuItem(TEXTS.get("copy.all"));
        copyAll.setOnAction(_ -> copy(table.getItems()));
        var mend = new MenuItem(TEXTS.get("fix"));
        mend.setAccelerator(FIX);
        mend.setOnAction(_ -> selected().ifPresent(model::fix));
        var mendRule = new MenuItem();
        mendRule.setOnAction(_ -> selected().map(this::ruleOf).ifPresent(model::fix));
        var menu = new ContextMenu(copy, copyAll, mend, mendRule);
        menu.setOnShowing(_ -> {
            Optional<Line> line = selected();
            copy.setDisable(line.isEmpty());
            mend.setDisable(line.map(model::fixable).orElse(0) == 0);
            int all = line.map(this::ruleOf).map(model::fixable).orElse(0);
            mendRule.setDisable(all < 1);
            mendRule.setText(TEXTS.get("fix.rule", all));
        });
        return menu;
    }

    private Optional<Line> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private Line ruleOf(Line line) {
        return line instanceof Row row ? model.ruleOf(row) : line;
    }

    private void copy(List<Line> lines) {
        if (!lines.isEmpty()) {
            UrlLabel.copy(model.text(List.copyOf(lines)));
        }
    }

    private void keyPressed(KeyEvent key) {
        if (COPY.match(key)) {
            copy(table.getSelectionModel().getSelectedItems());
        } else if (FIX.match(key)) {
            selected().ifPresent(model::fix);
        } else if (GROUP.match(key)) {
            group.fire();
        } else if (selected().orElse(null) instanceof Group chosen && table.isFocused()
                && opens(key.getCode(), chosen) != chosen.open()) {
            int index = table.getSelectionModel().getSelectedIndex();
            model.open(chosen, !chosen.open());
            table.getSelectionModel().clearAndSelect(index);
        } else {
            return;
        }
        key.consume();
    }

    private static boolean opens(KeyCode key, Group group) {
        return switch (key) {
            case RIGHT -> true;
            case LEFT -> false;
            case ENTER, SPACE -> !group.open();
            default -> group.open();
        };
    }

    private void group(boolean groups) {
        // Groups have an order of their own: the worst first.
        table.getSortOrder().clear();
        severity.setSortable(!groups);
        finding.setSortable(!groups);
        place.setSortable(!groups);
        tell();
    }

    private void tell() {
        filters.forEach((each, filter) -> filter.setText(FindingText.markOf(each).shape() + " "
                + TEXTS.get("filter." + each.name(), model.count(each))));
        origins.forEach((origin, filter) -> filter.setText(TEXTS.get("origin." + origin, model.count(origin))));
        String wrong = model.lintProblem().orElse("");
        problem.setVisible(!wrong.isEmpty());
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
                if (!(table.getSelectionModel().getSelectedItem() instanceof Group)) {
                    table.getSelectionModel().clearSelection();
                }
            } else if (!isSelected(current.get())) {
                Line line = table.getItems().contains(current.get()) ? current.get() : table.getItems().stream()
                        .filter(l -> l instanceof Group g && g.rows().contains(current.get())).findFirst()
                        .orElse(current.get());
                table.getSelectionModel().clearSelection();
                table.getSelectionModel().select(line);
                table.scrollTo(line);
            }
        } finally {
            following = false;
        }
    }

    private boolean isSelected(Row row) {
        // Several findings can stand in one line; the one that was clicked stays selected.
        return table.getSelectionModel().getSelectedItem() instanceof Row selected && selected.nodeId() == row.nodeId()
                && selected.finding().location().map(Location::line)
                        .equals(row.finding().location().map(Location::line));
    }

    private static int order(Line line) {
        return line instanceof Row row ? row.finding().location().map(Location::line).orElse(0) : 0;
    }

    private static Severity severity(Line line) {
        return switch (line) {
            case Row row -> row.finding().severity();
            case Group group -> group.severity();
        };
    }

    private static String rule(Line line) {
        return switch (line) {
            case Row row -> row.finding().rule();
            case Group group -> group.rule();
        };
    }
}
