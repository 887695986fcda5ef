package io.spotcheck.desktop.profiles;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.desktop.theme.Icon;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.workspace.ProfileFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The list of saved tests by folder, each with the shape and the word of its outcome. */
public final class ProfilesView {

    /** Indent, disclosure and padding of a row, in pixels. */
    private static final double AROUND = 40;

    private final ProfilesModel model;
    private final Consumer<ProfileFile> open;
    private final BorderPane root = new BorderPane();
    private final TreeView<Row> tree = new TreeView<>();
    private final Label summary = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button runAll = new Button(text("profiles.run.all"), Icon.PLAY.node());
    private final ListChangeListener<ProfileFile> filesChange = _ -> showFiles();
    private final MapChangeListener<Path, Outcome> outcomesChange = _ -> showOutcomes();
    private final Subscription listening;
    private int running;

    /** What a row stands for. */
    private sealed interface Row {
    }

    private record Folder(String name) implements Row {
    }

    private record Saved(ProfileFile file) implements Row {
    }

    /**
     * A view.
     *
     * @param open       opens a test in a tab
     * @param openFolder asks for another workspace
     */
    public ProfilesView(ProfilesModel model, Consumer<ProfileFile> open, Runnable openFolder) {
        this.model = model;
        this.open = open;
        root.getStyleClass().addAll("pane", "profiles");
        tree.setId("profiles");
        tree.setAccessibleText(text("profiles.title"));
        tree.getStyleClass().add("dense");
        tree.setShowRoot(false);
        tree.setRoot(new TreeItem<>());
        tree.setCellFactory(_ -> new RowCell());
        tree.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                selected().ifPresent(open);
                key.consume();
            }
        });
        tree.setContextMenu(contextMenu());
        root.setTop(bar(openFolder));
        root.setCenter(new StackPane(tree, empty(openFolder)));
        progress.getStyleClass().add("thin");
        progress.setMaxWidth(Double.MAX_VALUE);
        summary.getStyleClass().addAll("muted", "small", "profiles-summary");
        summary.setMaxWidth(Double.MAX_VALUE);
        root.setBottom(new VBox(progress, summary));
        model.profiles().addListener(filesChange);
        model.outcomes().addListener(outcomesChange);
        listening = Subscription.combine(
                model.pendingProperty().subscribe(n -> showProgress(n.intValue())),
                model.problemProperty().subscribe(_ -> showOutcomes()));
        showFiles();
    }

    /** The list. */
    public Node root() {
        return root;
    }

    /** Listens no more. */
    public void dispose() {
        model.profiles().removeListener(filesChange);
        model.outcomes().removeListener(outcomesChange);
        listening.unsubscribe();
    }

    private Node bar(Runnable openFolder) {
        var title = new Label(text("profiles.title"));
        title.getStyleClass().add("pane-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        runAll.setId("run-all");
        runAll.getStyleClass().add("quiet");
        runAll.setTooltip(new Tooltip(text("profiles.run.all.tip")));
        runAll.setOnAction(_ -> {
            if (model.pendingProperty().get() > 0) {
                model.stop();
            } else {
                model.runAll();
            }
        });
        var folder = new Button(null, Icon.FOLDER.node());
        folder.getStyleClass().addAll("quiet", "icon-only");
        folder.setTooltip(new Tooltip(text("profiles.open.folder.tip")));
        folder.setAccessibleText(text("profiles.open.folder"));
        folder.setOnAction(_ -> openFolder.run());
        var bar = new HBox(title, space, runAll, folder);
        bar.getStyleClass().add("pane-bar");
        return bar;
    }

    private Node empty(Runnable openFolder) {
        var sentence = new Label(text("profiles.empty"));
        var button = new Button(text("profiles.open.folder"));
        button.setOnAction(_ -> openFolder.run());
        var empty = new VBox(sentence, button);
        empty.getStyleClass().add("empty-state");
        empty.visibleProperty().bind(Bindings.isEmpty(model.profiles()));
        return empty;
    }

    private ContextMenu contextMenu() {
        var openItem = new MenuItem(text("profiles.open"));
        openItem.setOnAction(_ -> selected().ifPresent(open));
        var run = new MenuItem(text("profiles.run"));
        run.setOnAction(_ -> selected().ifPresent(f -> model.run(List.of(f))));
        var reload = new MenuItem(text("profiles.reload"));
        reload.setOnAction(_ -> model.reload());
        var menu = new ContextMenu(openItem, run, reload);
        menu.setOnShowing(_ -> {
            openItem.setDisable(selected().isEmpty());
            run.setDisable(selected().isEmpty());
        });
        return menu;
    }

    private Optional<ProfileFile> selected() {
        return Optional.ofNullable(tree.getSelectionModel().getSelectedItem()).map(TreeItem::getValue)
                .filter(Saved.class::isInstance).map(row -> ((Saved) row).file());
    }

    private void showFiles() {
        var groups = new TreeMap<String, TreeItem<Row>>();
        for (ProfileFile file : model.profiles()) {
            groups.computeIfAbsent(file.group(), name -> {
                var folder = new TreeItem<Row>(new Folder(name));
                folder.setExpanded(true);
                return folder;
            }).getChildren().add(new TreeItem<>(new Saved(file)));
        }
        var top = new ArrayList<TreeItem<Row>>();
        groups.forEach((name, folder) -> {
            if (name.isEmpty()) {
                top.addAll(folder.getChildren());
            } else {
                top.add(folder);
            }
        });
        tree.getRoot().getChildren().setAll(top);
        runAll.setDisable(model.profiles().isEmpty());
        showOutcomes();
    }

    private void showOutcomes() {
        tree.refresh();
        Optional<String> problem = model.problemProperty().get();
        summary.setText(problem.orElseGet(model::summary));
        summary.getStyleClass().removeAll("muted", "status-error");
        summary.getStyleClass().add(problem.isPresent() ? "status-error" : "muted");
        summary.setWrapText(true);
    }

    private void showProgress(int pending) {
        running = pending == 0 ? 0 : Math.max(running, pending);
        progress.setVisible(pending > 0);
        progress.setProgress(running == 0 ? 0 : (running - pending) / (double) running);
        runAll.setText(text(pending > 0 ? "profiles.stop" : "profiles.run.all"));
        runAll.setGraphic((pending > 0 ? Icon.CLOSE : Icon.PLAY).node());
    }

    /** A folder, or a test with its outcome. */
    private final class RowCell extends TreeCell<Row> {

        private final Label shape = new Label();
        private final Label name = new Label();
        private final Label word = new Label();
        private final HBox line = new HBox(shape, name, word);

        private RowCell() {
            line.getStyleClass().add("profile-line");
            shape.getStyleClass().add("profile-shape");
            shape.setMinWidth(16);
            name.setMinWidth(40);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            word.getStyleClass().add("small");
            word.setMinWidth(USE_PREF_SIZE);
            // As wide as the list, never wider: names are shortened instead.
            setPrefWidth(0);
            line.prefWidthProperty().bind(widthProperty().subtract(AROUND));
            setOnMouseClicked(click -> {
                if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2
                        && getItem() instanceof Saved(ProfileFile file)) {
                    open.accept(file);
                }
            });
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove("folder");
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            switch (row) {
                case Folder folder -> {
                    setText(folder.name());
                    setGraphic(null);
                    setTooltip(null);
                    getStyleClass().add("folder");
                }
                case Saved saved -> show(saved.file());
            }
        }

        private void show(ProfileFile file) {
            Optional<Outcome> known = Optional.ofNullable(model.outcomes().get(file.file()))
                    .or(() -> file.error().map(Outcome::broken));
            Mark mark = known.map(Outcome::mark).orElse(Mark.NONE);
            shape.setText(mark.shape());
            shape.getStyleClass().setAll("label", "profile-shape", mark.styleClass());
            name.setText(file.name());
            word.setText(known.map(Outcome::word).orElse(""));
            word.getStyleClass().setAll("label", "small", mark == Mark.ERROR ? "status-error" : "muted");
            String description = file.profile().flatMap(p -> p.description()).map(d -> "\n" + d).orElse("");
            setTooltip(new Tooltip(file.name() + description
                    + known.map(o -> "\n" + o.sentence()).orElse("")));
            setText(null);
            setGraphic(line);
        }
    }
}
