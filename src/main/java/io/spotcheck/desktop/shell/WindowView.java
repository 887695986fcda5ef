package io.spotcheck.desktop.shell;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.desktop.profiles.ProfilesView;
import io.spotcheck.desktop.resolution.ResolutionView;
import io.spotcheck.desktop.session.Verdict;
import io.spotcheck.desktop.theme.Icon;
import io.spotcheck.desktop.wording.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The whole window within its frame. */
public final class WindowView {

    private static final double PROFILES_WIDTH = 256;
    private static final double NARROWEST_PROFILES = 160;
    private static final double WIDEST_PROFILES = 400;

    private final WindowModel model;
    private final Function<TabModel, TabPanes> panes;
    private final FilePicker picker;
    private final StackPane root = new StackPane();
    private final BorderPane frame = new BorderPane();
    private final TabPane tabs = new TabPane();
    private final SplitPane body = new SplitPane();
    private final Map<TabModel, TabView> views = new HashMap<>();
    private final Map<TabModel, Tab> tabOf = new HashMap<>();
    private final ProfilesView profiles;
    private final TitleRow title;
    private final SaveBar saveBar;
    private final VerdictLine verdict;
    private final Commands commands;
    private final CommandPalette palette;
    private final ListChangeListener<TabModel> tabsChange = this::tabsChanged;
    private final Subscription listening;
    private double profilesWidth = PROFILES_WIDTH;

    /**
     * A window.
     *
     * @param panes  makes the panes of a tab
     * @param picker asks for a folder
     */
    public WindowView(WindowModel model, EnvironmentModel environments, Function<TabModel, TabPanes> panes,
                      FilePicker picker) {
        this.model = model;
        this.panes = panes;
        this.picker = picker;
        commands = commands();
        palette = new CommandPalette(model, commands, () -> Platform.runLater(this::keepFocusInside));
        profiles = new ProfilesView(model.profiles(), model::open, this::openFolder);
        title = new TitleRow(model, environments, commands, palette::show);
        saveBar = new SaveBar(model);
        verdict = new VerdictLine(model.currentProperty());

        tabs.setId("tabs");
        tabs.getStyleClass().add("work-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        model.tabs().forEach(this::addTab);
        model.tabs().addListener(tabsChange);

        var newTab = new Button(null, Icon.PLUS.node());
        newTab.setId("new-tab");
        newTab.getStyleClass().addAll("quiet", "icon-only", "new-tab");
        newTab.setTooltip(new Tooltip(commands.tip("tab.new")));
        newTab.setAccessibleText(text("command.tab.new"));
        newTab.setOnAction(_ -> commands.run("tab.new"));
        StackPane.setAlignment(newTab, Pos.TOP_RIGHT);
        var work = new StackPane(tabs, newTab);

        body.getStyleClass().add("panes");
        body.widthProperty().subscribe((_, _) -> Platform.runLater(this::shareWithProfiles));
        body.addEventFilter(MouseEvent.MOUSE_RELEASED, release -> {
            if (release.getTarget() instanceof Node hit && hit.getStyleClass().contains("split-pane-divider")
                    && body.getItems().size() > 1) {
                profilesWidth = Math.clamp(body.getDividerPositions()[0] * body.getWidth(), NARROWEST_PROFILES,
                        WIDEST_PROFILES);
            }
        });
        body.getItems().setAll(work);
        frame.setTop(new VBox(title.root(), saveBar.root()));
        frame.setCenter(body);
        frame.setBottom(verdict.root());
        root.getStyleClass().add("window");
        root.getChildren().addAll(frame, palette.root());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        root.addEventHandler(DragEvent.DRAG_OVER, this::dragged);
        root.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
        root.widthProperty().subscribe(width -> {
            if (width.doubleValue() > 0) {
                model.layout().resized(width.doubleValue());
            }
        });

        listening = Subscription.combine(
                model.layout().profilesShownProperty().subscribe(this::showProfiles),
                model.layout().narrowProperty().subscribe(narrow -> {
                    root.getStyleClass().remove("compact");
                    if (narrow) {
                        root.getStyleClass().add("compact");
                    }
                }),
                model.beacons().firingProperty().subscribe(fires ->
                        root.pseudoClassStateChanged(PseudoClass.getPseudoClass("firing"), fires)),
                model.currentProperty().subscribe(tab -> tabs.getSelectionModel().select(tabOf.get(tab))),
                tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> {
                    if (tab != null && tab.getUserData() instanceof TabModel chosen) {
                        model.currentProperty().set(chosen);
                    }
                }));
    }

    /** The window's content. */
    public Parent root() {
        return root;
    }

    /** Makes the keys work, and puts the cursor where the first tag goes. */
    public void activate() {
        commands.install(root.getScene(), palette::hide);
        currentView().ifPresent(TabView::focusTag);
    }

    /** Listens no more. */
    public void dispose() {
        listening.unsubscribe();
        model.tabs().removeListener(tabsChange);
        views.values().forEach(TabView::dispose);
        profiles.dispose();
        title.dispose();
        saveBar.dispose();
        verdict.dispose();
    }

    private Commands commands() {
        Layout layout = model.layout();
        return new Commands(List.of(
                Command.of("resolve", "Shortcut+Enter", () -> model.current().resolve()),
                Command.of("resolve.afresh", "Shortcut+Shift+Enter", () -> model.current().resolveAfresh()),
                Command.of("cancel", "Esc", () -> model.current().cancel()),
                Command.of("tab.new", "Shortcut+T", this::newTab),
                Command.of("tab.close", "Shortcut+W", () -> model.close(model.current())),
                Command.of("paste", this::paste),
                Command.of("tag.focus", "Shortcut+L", () -> currentView().ifPresent(TabView::focusTag)),
                Command.of("save", "Shortcut+S", model::save),
                Command.of("run.all", "Shortcut+Shift+R", () -> model.profiles().runAll()),
                Command.of("beacons.toggle", "Shortcut+Shift+F", () -> model.beacons().firingProperty()
                        .set(!model.beacons().firingProperty().get())),
                Command.of("request.toggle", "Shortcut+R", () -> flip(layout.requestShownProperty())),
                Command.of("profiles.toggle", "Shortcut+B", () -> flip(layout.profilesShownProperty())),
                Command.of("bottom.toggle", "Shortcut+J", () -> flip(layout.bottomShownProperty())),
                Command.of("tree.trouble", "Shortcut+E", () -> currentView().ifPresent(TabView::toggleTrouble)),
                Command.of("tree.expand", () -> onTree(ResolutionView::expandAll)),
                Command.of("tree.collapse", () -> onTree(ResolutionView::collapseAll)),
                Command.of("tree.copy.text", () -> onTree(ResolutionView::copyText)),
                Command.of("tree.copy.json", () -> onTree(ResolutionView::copyJson)),
                Command.of("pane.next", "F6", () -> tour(true)),
                Command.of("pane.previous", "Shift+F6", () -> tour(false)),
                Command.of("inspector.1", "Shortcut+1", () -> inspect(0)),
                Command.of("inspector.2", "Shortcut+2", () -> inspect(1)),
                Command.of("inspector.3", "Shortcut+3", () -> inspect(2)),
                Command.of("inspector.4", "Shortcut+4", () -> inspect(3)),
                Command.of("inspector.5", "Shortcut+5", () -> inspect(4)),
                Command.of("tracking", () -> show("tracking")),
                Command.of("cache", () -> show("cache")),
                Command.of("history", "Shortcut+H", () -> show("history")),
                Command.of("workspace.open", "Shortcut+O", this::openFolder),
                Command.of("workspace.reload", "F5", () -> model.profiles().reload()),
                Command.of("theme.toggle", "Shortcut+Shift+L", () -> layout.themeProperty()
                        .set(layout.themeProperty().get().other())),
                Command.of("palette", "Shortcut+K", this::showPalette)));
    }

    private void showPalette() {
        palette.show();
    }

    private static void flip(BooleanProperty shown) {
        shown.set(!shown.get());
    }

    private void inspect(int place) {
        currentView().ifPresent(v -> v.showInspector(place));
    }

    private void show(String pane) {
        currentView().ifPresent(v -> v.show(pane));
    }

    private void onTree(Consumer<ResolutionView> action) {
        currentView().map(TabView::tree).ifPresent(action);
    }

    /** The title row comes last: it is wanted least. */
    private void tour(boolean forward) {
        var stops = new ArrayList<Node>();
        stops.add(profiles.root());
        currentView().map(TabView::stops).ifPresent(stops::addAll);
        stops.add(title.root());
        FocusTour.go(stops, Optional.ofNullable(root.getScene().getFocusOwner()), forward);
    }

    /** What was chosen may have opened another tab; the keys belong to it then. */
    private void keepFocusInside() {
        Node owner = root.getScene().getFocusOwner();
        boolean isElsewhere = owner != null && !isWithin(owner, tabs);
        if (!isElsewhere && currentView().filter(view -> isWithin(owner, view.root())).isEmpty()) {
            currentView().ifPresent(TabView::focusWork);
        }
    }

    private static boolean isWithin(@Nullable Node node, Node pane) {
        for (Node above = node; above != null; above = above.getParent()) {
            if (above == pane) {
                return true;
            }
        }
        return false;
    }

    private Optional<TabView> currentView() {
        return Optional.ofNullable(views.get(model.current()));
    }

    private void newTab() {
        model.open();
        Platform.runLater(() -> currentView().ifPresent(TabView::focusTag));
    }

    private void openFolder() {
        picker.folder(text("profiles.open.folder")).ifPresent(folder -> model.profiles().open(folder, model::open));
    }

    private void paste() {
        Optional.ofNullable(Clipboard.getSystemClipboard().getString()).ifPresent(this::take);
    }

    private void take(String pasted) {
        if (model.paste(pasted)) {
            Platform.runLater(() -> currentView().ifPresent(TabView::focusTag));
        }
    }

    private void keyPressed(KeyEvent key) {
        if (palette.root().isVisible()) {
            return;
        }
        if (key.getCode() == KeyCode.ESCAPE && !model.namingProperty().get()) {
            model.current().cancel();
        } else if (key.getCode() == KeyCode.P && key.isShortcutDown() && !key.isShiftDown()) {
            palette.show();
            key.consume();
        } else if (key.getCode() == KeyCode.V && key.isShortcutDown() && pasteBelongsHere(key)) {
            paste();
            key.consume();
        }
    }

    /** A text field takes its own paste, unless a whole document is pasted into a single line. */
    private boolean pasteBelongsHere(KeyEvent key) {
        if (!(key.getTarget() instanceof TextInputControl field)) {
            return true;
        }
        boolean isDocument = Optional.ofNullable(Clipboard.getSystemClipboard().getString())
                .flatMap(Pasted::recognise).filter(Pasted.Document.class::isInstance).isPresent();
        return "tag".equals(field.getId()) && isDocument;
    }

    private void dragged(DragEvent drag) {
        if (drag.getDragboard().hasString() || drag.getDragboard().hasUrl() || drag.getDragboard().hasFiles()) {
            drag.acceptTransferModes(TransferMode.COPY);
        }
        drag.consume();
    }

    private void dropped(DragEvent drag) {
        var board = drag.getDragboard();
        if (board.hasFiles()) {
            board.getFiles().forEach(file -> take(file.toURI().toString()));
        } else {
            Optional.ofNullable(board.hasUrl() ? board.getUrl() : board.getString()).ifPresent(this::take);
        }
        drag.setDropCompleted(true);
        drag.consume();
    }

    private void showProfiles(boolean shown) {
        Node list = profiles.root();
        if (shown && !body.getItems().contains(list)) {
            body.getItems().addFirst(list);
            Platform.runLater(this::shareWithProfiles);
        } else if (!shown) {
            body.getItems().remove(list);
        }
    }

    private void shareWithProfiles() {
        if (body.getItems().size() > 1) {
            body.setDividerPosition(0, profilesWidth / Math.max(profilesWidth, body.getWidth()));
        }
    }

    private void tabsChanged(ListChangeListener.Change<? extends TabModel> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(this::addTab);
            change.getRemoved().forEach(this::removeTab);
        }
    }

    private void addTab(TabModel tab) {
        var view = new TabView(tab, model.layout(), panes.apply(tab), this::paste);
        views.put(tab, view);
        var shape = new Label();
        var shown = new Tab("", view.root());
        shown.setGraphic(shape);
        shown.setUserData(tab);
        shown.textProperty().bind(tab.titleProperty());
        var tip = new Tooltip();
        tip.textProperty().bind(tab.request().tagProperty());
        tip.setMaxWidth(640);
        shown.setTooltip(tip);
        // The tab's model ends together with the tab: nothing here outlives it.
        tab.verdictProperty().subscribe(now -> mark(shape, now));
        shown.setOnCloseRequest(request -> {
            request.consume();
            model.close(tab);
        });
        tabOf.put(tab, shown);
        tabs.getTabs().add(Math.min(model.tabs().indexOf(tab), tabs.getTabs().size()), shown);
    }

    private static void mark(Label shape, Verdict verdict) {
        Mark mark = verdict.mark();
        shape.setText(mark == Mark.NONE ? "" : mark.shape());
        shape.getStyleClass().setAll("label", "tab-mark", mark.styleClass());
    }

    private void removeTab(TabModel tab) {
        Optional.ofNullable(tabOf.remove(tab)).ifPresent(tabs.getTabs()::remove);
        Optional.ofNullable(views.remove(tab)).ifPresent(TabView::dispose);
    }
}
