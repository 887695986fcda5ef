package io.spotcheck.desktop.resolution;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.desktop.session.LiveResolution;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.desktop.wording.Amounts;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.Resolution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The tree of a resolution as a table, with a waterfall. */
public final class ResolutionView {

    private static final PseudoClass EARLIER = PseudoClass.getPseudoClass("earlier");
    private static final double STATUS_WIDTH = 84;
    private static final double HTTP_WIDTH = 48;
    private static final double TIME_WIDTH = 48;
    private static final double SCROLL_BAR = 12;
    /** The bars' part of the room that they share with the labels. */
    private static final double BARS = 0.3;
    private static final double NARROWEST_BARS = 72;
    private static final double WIDEST_BARS = 320;
    private static final double NARROWEST_NODE = 120;
    /** Below this width the labels need the room of the bars; the timing pane has all of them. */
    private static final double ROOM_FOR_BARS = 440;
    /** Below this width they need the room of the HTTP status too; the headers pane has it. */
    private static final double ROOM_FOR_HTTP = 328;

    private final ResolutionModel model;
    private final TreeTableView<Node> table = new TreeTableView<>();
    private final TreeBar bar;
    private final VBox root;
    private final NodeItems items = new NodeItems();
    private final List<Subscription> listening = new ArrayList<>();
    private boolean following;
    private boolean revealing;

    /**
     * A view.
     *
     * @param whenEmpty what is shown while nothing was asked
     */
    public ResolutionView(ResolutionModel model, javafx.scene.Node whenEmpty) {
        this.model = model;
        var content = new StackPane(table, whenEmpty);
        bar = new TreeBar(model, table.visibleProperty().not(), this::expandAll, this::collapseAll,
                new CopyItems(this::selectedNode, this::wholeTree));
        root = new VBox(bar.root(), content);
        root.getStyleClass().add("pane");
        VBox.setVgrow(content, Priority.ALWAYS);
        table.setId("resolution");
        table.getStyleClass().addAll("dense", "resolution");
        table.setAccessibleText(text("resolution.title"));
        table.setPlaceholder(nothingWrong());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        table.setShowRoot(true);
        addColumns();
        table.setContextMenu(contextMenu());
        table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        listening.add(model.resolutionProperty().subscribe(this::show));
        listening.add(model.selection().focusProperty().subscribe(this::follow));
        listening.add(model.troubleOnlyProperty().subscribe((_, _) -> show(model.resolutionProperty().get())));
        listening.add(model.phaseProperty().subscribe(phase -> {
            boolean idle = phase == LiveResolution.Phase.IDLE;
            whenEmpty.setVisible(idle);
            table.setVisible(!idle);
        }));
    }

    /** The table. */
    public javafx.scene.Node root() {
        return root;
    }

    /** Gives the tree the focus. */
    public void focus() {
        table.requestFocus();
    }

    /** Listens no more. */
    public void dispose() {
        listening.forEach(Subscription::unsubscribe);
        bar.dispose();
        items.clear();
        table.setRoot(null);
    }

    private void addColumns() {
        TreeTableColumn<Node, Node> node = column("node", 240, NodeCell::new);
        TreeTableColumn<Node, Node> status = column("status", STATUS_WIDTH, StatusCell::new);
        TreeTableColumn<Node, Node> http = column("http", HTTP_WIDTH, HttpCell::new);
        TreeTableColumn<Node, Node> time = column("time", TIME_WIDTH, () -> new TimeCell(model));
        time.getStyleClass().add("number");
        http.getStyleClass().add("number");
        TreeTableColumn<Node, Node> waterfall = column("waterfall", 120, () -> new WaterfallCell(model));
        table.getColumns().setAll(List.of(node, status, http, time, waterfall));
        table.setTreeColumn(node);
        table.widthProperty().subscribe(width -> {
            http.setVisible(width.doubleValue() >= ROOM_FOR_HTTP);
            double room = width.doubleValue() - STATUS_WIDTH - (http.isVisible() ? HTTP_WIDTH : 0) - TIME_WIDTH
                    - SCROLL_BAR;
            boolean drawn = width.doubleValue() >= ROOM_FOR_BARS;
            double bars = drawn ? Math.round(Math.clamp(room * BARS, NARROWEST_BARS, WIDEST_BARS)) : 0;
            waterfall.setVisible(drawn);
            if (drawn) {
                waterfall.setPrefWidth(bars);
            }
            node.setPrefWidth(Math.max(NARROWEST_NODE, room - bars));
        });
    }

    private javafx.scene.Node nothingWrong() {
        var button = new Button(text("resolution.trouble.all"));
        button.setOnAction(_ -> model.troubleOnlyProperty().set(false));
        var empty = new VBox(new Label(text("resolution.trouble.none")), button);
        empty.getStyleClass().add("empty-state");
        empty.visibleProperty().bind(model.troubleOnlyProperty());
        return empty;
    }

    private static TreeTableColumn<Node, Node> column(String name, double width,
                                                     Supplier<TreeTableCell<Node, Node>> cell) {
        var column = new TreeTableColumn<Node, Node>(text("resolution.column." + name));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue().getValue()));
        column.setCellFactory(_ -> cell.get());
        return column;
    }

    private void show(Resolution resolution) {
        following = true;
        if (resolution == Resolution.none()) {
            items.clear();
            table.setRoot(null);
        } else {
            take(resolution);
        }
        following = false;
        follow(model.selection().focus());
    }

    private void take(Resolution resolution) {
        Predicate<Node> shown = model.shown();
        if (!shown.test(resolution.root())) {
            items.clear();
            table.setRoot(null);
            return;
        }
        TreeItem<Node> top = items.take(resolution.root(), shown);
        if (table.getRoot() != top) {
            table.setRoot(top);
        }
    }

    /** The tab's selection moved: the row follows. */
    private void follow(Optional<Selection.Focus> focus) {
        following = true;
        if (focus.filter(f -> items.item(f.nodeId()).isEmpty()).isPresent()) {
            // It is left out while only trouble is shown; what is selected never is.
            wholeTree().ifPresent(_ -> take(model.resolutionProperty().get()));
        }
        Optional<TreeItem<Node>> item = focus.flatMap(f -> items.item(f.nodeId()));
        if (item.isEmpty()) {
            table.getSelectionModel().clearSelection();
        } else if (table.getSelectionModel().getSelectedItem() != item.get()) {
            for (TreeItem<Node> above = item.get().getParent(); above != null; above = above.getParent()) {
                above.setExpanded(true);
            }
            table.getSelectionModel().select(table.getRow(item.get()));
            reveal();
        }
        following = false;
    }

    /** Scrolls to the selected row when it is out of sight, which only a layout with the rows of now can tell. */
    private void reveal() {
        Scene scene = table.getScene();
        if (scene == null || revealing) {
            return;
        }
        revealing = true;
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                revealing = false;
                int row = table.getSelectionModel().getSelectedIndex();
                if (row >= 0 && !isSeen(row)) {
                    table.scrollTo(Math.max(0, row - 3));
                }
            }
        });
        Platform.requestNextPulse();
    }

    private boolean isSeen(int row) {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() instanceof IndexedCell<?> first && first.getIndex() <= row
                && flow.getLastVisibleCell() instanceof IndexedCell<?> last && last.getIndex() > row;
    }

    /** A row was selected: the tab's selection follows. */
    private void selected(TreeItem<Node> item) {
        if (!following && item != null && model.selection().focus().filter(f ->
                f.nodeId() == item.getValue().id()).isEmpty()) {
            model.selection().select(item.getValue().id());
        }
    }

    private ContextMenu contextMenu() {
        var copies = new CopyItems(this::selectedNode, this::wholeTree);
        var menu = new ContextMenu(copies.items().toArray(MenuItem[]::new));
        menu.setOnShowing(_ -> copies.refresh());
        return menu;
    }

    private void keyPressed(KeyEvent key) {
        if (key.getCode() == KeyCode.C && key.isShortcutDown()) {
            selectedNode().ifPresent(key.isShiftDown() ? CopyItems::copyText : CopyItems::copyShort);
            key.consume();
        }
    }

    /** Puts the lines of the whole tree on the clipboard. */
    public void copyText() {
        wholeTree().ifPresent(CopyItems::copyText);
    }

    /** Puts the JSON of the whole tree on the clipboard. */
    public void copyJson() {
        wholeTree().ifPresent(CopyItems::copyJson);
    }

    /** Unfolds every node. */
    public void expandAll() {
        items.all().forEach(item -> item.setExpanded(true));
        follow(model.selection().focus());
    }

    /** Folds every node but the root; what is selected is then the node that holds what was. */
    public void collapseAll() {
        following = true;
        Optional<TreeItem<Node>> kept = model.selection().focus().flatMap(f -> items.item(f.nodeId()));
        while (kept.map(TreeItem::getParent).filter(above -> above != table.getRoot()).isPresent()) {
            kept = kept.map(TreeItem::getParent);
        }
        items.all().stream().filter(item -> item != table.getRoot()).forEach(item -> item.setExpanded(false));
        following = false;
        kept.ifPresent(item -> {
            table.getSelectionModel().select(item);
            selected(item);
        });
    }

    private Optional<Node> wholeTree() {
        return Optional.of(model.resolutionProperty().get()).filter(r -> r != Resolution.none())
                .map(Resolution::root);
    }

    private Optional<Node> selectedNode() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
    }

    private static final class StatusCell extends TreeTableCell<Node, Node> {

        @Override
        protected void updateItem(Node node, boolean empty) {
            super.updateItem(node, empty);
            for (Mark mark : Mark.values()) {
                getStyleClass().remove(mark.styleClass());
            }
            if (empty || node == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            Mark mark = Mark.of(node.status());
            setText(mark.shape() + " " + mark.word());
            getStyleClass().add(mark.styleClass());
            setTooltip(node.reason().map(Tooltip::new).orElse(null));
        }
    }

    private static final class HttpCell extends TreeTableCell<Node, Node> {

        HttpCell() {
            getStyleClass().addAll("tabular", "number");
        }

        @Override
        protected void updateItem(Node node, boolean empty) {
            super.updateItem(node, empty);
            setText(empty || node == null ? null : node.httpStatus().map(String::valueOf).orElse(""));
        }
    }

    private static final class TimeCell extends TreeTableCell<Node, Node> {

        private final ResolutionModel model;
        private final Tooltip earlier = new Tooltip(text("resolution.time.earlier"));

        TimeCell(ResolutionModel model) {
            this.model = model;
            getStyleClass().addAll("tabular", "number");
        }

        @Override
        protected void updateItem(Node node, boolean empty) {
            super.updateItem(node, empty);
            Optional<Duration> time = empty || node == null ? Optional.empty() : ResolutionModel.timeOf(node);
            boolean ofEarlier = time.isPresent() && model.isEarlier(node);
            setText(time.map(Amounts::milliseconds).orElse(""));
            pseudoClassStateChanged(EARLIER, ofEarlier);
            setTooltip(ofEarlier ? earlier : null);
        }
    }

    private static final class WaterfallCell extends TreeTableCell<Node, Node> {

        private final ResolutionModel model;
        private final Waterfall waterfall = new Waterfall();

        WaterfallCell(ResolutionModel model) {
            this.model = model;
            // The cell lives as long as the table, the table as long as the model; weak all the same, as tables
            // let cells go when their columns are laid out anew.
            ChangeListener<Number> grow = (_, _, millis) -> waterfall.span(millis.doubleValue());
            waterfall.getProperties().put(ChangeListener.class, grow);
            model.spanProperty().addListener(new WeakChangeListener<>(grow));
            waterfall.span(model.spanProperty().get());
        }

        @Override
        protected void updateItem(Node node, boolean empty) {
            super.updateItem(node, empty);
            // What an earlier resolution did has no place in the time of this one.
            Optional<Node> shown = empty ? Optional.empty()
                    : Optional.ofNullable(node).filter(n -> !model.isEarlier(n));
            waterfall.show(shown);
            setGraphic(shown.isPresent() ? waterfall : null);
            setTooltip(shown.map(Waterfall::describe).filter(d -> !d.isEmpty()).map(Tooltip::new).orElse(null));
        }
    }
}
