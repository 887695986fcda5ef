package io.spotcheck.desktop.shell;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.desktop.request.RequestBar;
import io.spotcheck.desktop.request.RequestForm;
import io.spotcheck.desktop.resolution.ResolutionModel;
import io.spotcheck.desktop.resolution.ResolutionView;
import io.spotcheck.desktop.session.LiveResolution;
import io.spotcheck.desktop.session.Pulses;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What stands in a tab: the bar, the form that folds, the tree, the inspector, and the log and the cache below. */
final class TabView {

    private static final Set<KeyCode> ARROWS = Set.of(KeyCode.UP, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT,
            KeyCode.HOME, KeyCode.END);
    private static final double FORM_WIDTH = 288;
    private static final double LOWEST_BOTTOM = 96;
    private static final double LOWEST_TREE = 152;

    private final TabModel model;
    private final Layout layout;
    private final TabPanes panes;
    private final VBox root = new VBox();
    private final RequestBar bar;
    private final RequestForm form;
    private final ResolutionModel tree;
    private final ResolutionView treeView;
    private final VBox work = new VBox();
    private final PaneStrip inspector;
    private final PaneStrip bottom;
    private final Region formPane;
    private final SplitPane across = new SplitPane();
    private final SplitPane down = new SplitPane();
    private final Subscription listening;

    TabView(TabModel model, Layout layout, TabPanes panes, Runnable paste) {
        this.model = model;
        this.layout = layout;
        this.panes = panes;
        bar = new RequestBar(model.request(), model.resolution(), model::resolve, model::cancel,
                layout.requestShownProperty());
        form = new RequestForm(model.request());
        tree = new ResolutionModel(model.resolution(), model.selection(), Pulses.javaFx());
        treeView = new ResolutionView(tree, empty(paste));
        work.getStyleClass().add("work");
        work.getChildren().addAll(panes.above());
        work.getChildren().add(treeView.root());
        VBox.setVgrow(treeView.root(), Priority.ALWAYS);
        // What stands above the tree has its room first, as long as the tree keeps some rows.
        ((Region) treeView.root()).setMinHeight(LOWEST_TREE);
        ((Region) treeView.root()).setPrefHeight(LOWEST_TREE);
        inspector = new PaneStrip(panes.inspector());
        bottom = new PaneStrip(panes.bottom()).foldedBy(layout.bottomShownProperty(), "Ctrl+J");
        formPane = titled(text("request.title"), form.root());
        formPane.setMinWidth(FORM_WIDTH);
        formPane.setPrefWidth(FORM_WIDTH);
        formPane.setMaxWidth(FORM_WIDTH);

        across.getStyleClass().add("panes");
        down.getStyleClass().add("panes");
        down.setOrientation(Orientation.VERTICAL);
        down.getItems().setAll(across, bottom.root());
        SplitPane.setResizableWithParent(bottom.root(), false);
        VBox.setVgrow(down, Priority.ALWAYS);
        root.getStyleClass().add("tab-view");
        root.getChildren().addAll(bar.root(), down);
        listening = Subscription.combine(
                layout.requestShownProperty().subscribe(_ -> arrange()),
                layout.bottomShownProperty().subscribe(_ -> arrange()),
                across.widthProperty().subscribe((_, _) -> Platform.runLater(this::share)),
                down.heightProperty().subscribe((_, _) -> Platform.runLater(this::share)));
        // Arrows that nobody here needed would change the tab.
        root.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (ARROWS.contains(key.getCode()) && !key.isShortcutDown()) {
                key.consume();
            }
        });
        down.addEventFilter(MouseEvent.MOUSE_RELEASED, release -> {
            if (release.getTarget() instanceof Node hit && hit.getStyleClass().contains("split-pane-divider")) {
                remember();
            }
        });
    }

    Node root() {
        return root;
    }

    /** Puts the focus where the work goes on: into the tree, or into the tag while there is no tree yet. */
    void focusWork() {
        if (model.resolution().phaseProperty().get() == LiveResolution.Phase.IDLE) {
            bar.focusTag();
        } else {
            treeView.focus();
        }
    }

    /** The panes that the focus tours, in order. */
    List<Node> stops() {
        return Stream.of(List.of(bar.root(), formPane), panes.above(),
                List.of(treeView.root(), inspector.root(), bottom.root())).flatMap(List::stream).toList();
    }

    /** The tree. */
    ResolutionView tree() {
        return treeView;
    }

    /** Shows only trouble in the tree, or all of it again. */
    void toggleTrouble() {
        tree.troubleOnlyProperty().set(!tree.troubleOnlyProperty().get());
    }

    void focusTag() {
        bar.focusTag();
    }

    /** Brings an inspector's pane to the front. */
    void showInspector(int place) {
        inspector.show(place);
    }

    /** Brings a pane to the front, wherever it is. */
    void show(String pane) {
        inspector.show(pane);
        if (panes.bottom().stream().anyMatch(p -> p.id().equals(pane))) {
            bottom.show(pane);
        }
    }

    void dispose() {
        listening.unsubscribe();
        bar.dispose();
        form.dispose();
        treeView.dispose();
        tree.dispose();
        panes.dispose().forEach(Runnable::run);
    }

    /** Puts the panes that are open beside each other, and gives each its share of the room. */
    private void arrange() {
        boolean withForm = layout.requestShownProperty().get();
        List<Node> wanted = withForm ? List.of(formPane, work, inspector.root())
                : List.of(work, inspector.root());
        if (!across.getItems().equals(wanted)) {
            across.getItems().setAll(wanted);
        }
        boolean open = layout.bottomShownProperty().get();
        var below = (Region) bottom.root();
        below.setMinHeight(open ? LOWEST_BOTTOM : PaneStrip.HEIGHT);
        below.setMaxHeight(open ? Double.MAX_VALUE : PaneStrip.HEIGHT);
        share();
    }

    /** A split pane keeps what it likes when it is resized; here each pane keeps its share. */
    private void share() {
        double form = layout.requestShownProperty().get() ? FORM_WIDTH / Math.max(FORM_WIDTH, across.getWidth()) : 0;
        int last = across.getDividers().size() - 1;
        if (last > 0) {
            across.setDividerPosition(0, form);
        }
        across.setDividerPosition(last, 1 - (1 - form) * layout.inspectorShareProperty().get());
        down.setDividerPosition(0, layout.bottomShownProperty().get() ? 1 - layout.bottomShareProperty().get() : 1);
    }

    /** Somebody moved a divider: that is the share from now on. */
    private void remember() {
        double form = layout.requestShownProperty().get() ? FORM_WIDTH / Math.max(FORM_WIDTH, across.getWidth()) : 0;
        double at = across.getDividerPositions()[across.getDividers().size() - 1];
        layout.inspectorShareProperty().set(Math.clamp((1 - at) / (1 - form), 0.1, 0.9));
        if (layout.bottomShownProperty().get()) {
            layout.bottomShareProperty().set(Math.clamp(1 - down.getDividerPositions()[0], 0.1, 0.9));
        }
    }

    private static Region titled(String words, Node content) {
        var title = new Label(words);
        title.getStyleClass().add("pane-title");
        var strip = new HBox(title);
        strip.getStyleClass().add("pane-bar");
        var pane = new BorderPane(content);
        pane.setTop(strip);
        return pane;
    }

    private static Node empty(Runnable paste) {
        var sentence = new Label(text("resolution.empty"));
        var button = new Button(text("resolution.empty.button"));
        button.setOnAction(_ -> paste.run());
        var empty = new VBox(sentence, button);
        empty.getStyleClass().add("empty-state");
        return empty;
    }
}
