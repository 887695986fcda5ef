package io.spotcheck.desktop.source;

import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.control.EmptyState;
import io.spotcheck.desktop.control.UrlLabel;
import io.spotcheck.desktop.session.UiThread;
import io.spotcheck.desktop.source.SourceModel.Document;
import io.spotcheck.desktop.wording.Messages;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The source pane: which document it is, its text, and the search in it. */
public final class SourceView {

    private static final Messages TEXTS = Messages.of(SourceView.class);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.F3);
    private static final KeyCombination PREVIOUS = new KeyCodeCombination(KeyCode.F3, KeyCombination.SHIFT_DOWN);

    private final SourceModel model;
    private final UiThread ui = UiThread.javaFx();
    private final BorderPane root = new BorderPane();
    private final UrlLabel name = new UrlLabel();
    private final Label size = new Label();
    private final ToggleButton wrap = new ToggleButton(TEXTS.get("wrap"));
    private final SourceArea area = new SourceArea();
    private final SearchBar search;
    private final EmptyState empty = new EmptyState("");
    private final StackPane content = new StackPane();
    private final Subscription subscriptions;
    private Optional<Document> shown = Optional.empty();

    /** A view of this model. */
    public SourceView(SourceModel model) {
        this.model = model;
        search = new SearchBar(area);
        content.getChildren().addAll(area.root(), empty);
        root.getStyleClass().add("pane");
        root.getStylesheets().add(Objects.requireNonNull(SourceView.class.getResource("source.css")).toExternalForm());
        root.setTop(new VBox(header(), search.root()));
        root.setCenter(content);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        area.onPick(model::pick);
        area.wrapProperty().bind(wrap.selectedProperty());
        subscriptions = Subscription.combine(
                model.documentProperty().subscribe(this::open),
                model.findingsProperty().subscribe(area::mark),
                model.placeProperty().subscribe(place -> {
                    if (shown.isPresent()) {
                        area.reveal(place);
                    }
                }));
    }

    /** The pane. */
    public Node root() {
        return root;
    }

    /** Stops to follow the model. */
    public void dispose() {
        subscriptions.unsubscribe();
        search.dispose();
        area.dispose();
    }

    /** The first line that can be seen, from 1; 0 when nothing is shown. */
    int firstVisibleLine() {
        return area.firstVisibleLine();
    }

    /** The document on show, once it is there. */
    Optional<Document> shown() {
        return shown;
    }

    private Node header() {
        size.getStyleClass().addAll("small", "muted");
        size.setMinWidth(Label.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var find = quiet(new Button(TEXTS.get("find")), TEXTS.get("find.hint", FIND.getDisplayText()));
        find.setOnAction(_ -> search.open());
        quiet(wrap, TEXTS.get("wrap.hint"));
        var copy = quiet(new Button(TEXTS.get("copy")), TEXTS.get("copy.hint"));
        copy.setOnAction(_ -> shown.ifPresent(d -> UrlLabel.copy(d.source().text())));
        var bar = new HBox(name, size, find, wrap, copy);
        bar.getStyleClass().add("pane-bar");
        bar.visibleProperty().bind(area.root().visibleProperty());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    static <B extends javafx.scene.control.ButtonBase> B quiet(B button, String hint) {
        button.getStyleClass().addAll("quiet", "small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setTooltip(Columns.tooltip(hint));
        return button;
    }

    private void onKey(KeyEvent key) {
        if (shown.isEmpty()) {
            return;
        }
        if (FIND.match(key)) {
            search.open();
        } else if (NEXT.match(key)) {
            search.next();
        } else if (PREVIOUS.match(key)) {
            search.previous();
        } else if (key.getCode() == KeyCode.ESCAPE && search.isOpen()) {
            search.close();
        } else {
            return;
        }
        key.consume();
    }

    private void open(Optional<Document> document) {
        ui.check();
        shown = Optional.empty();
        search.close();
        area.root().setVisible(document.isPresent());
        empty.setVisible(document.isEmpty());
        if (document.isEmpty()) {
            empty.say(TEXTS.get(model.hasResolution() ? "empty.node" : "empty.idle"));
            area.clear();
            return;
        }
        name.show(document.get().source().name());
        size.setText("");
        Thread.ofVirtual().name("highlight").start(() -> {
            ui.checkNot();
            var styled = StyledSource.of(SourceText.of(document.get().source()));
            ui.execute(() -> show(document.get(), styled));
        });
    }

    private void show(Document document, StyledSource styled) {
        ui.check();
        // Whoever selects quickly is faster than the highlighter.
        if (!model.documentProperty().get().equals(Optional.of(document))) {
            return;
        }
        shown = Optional.of(document);
        var numbers = NumberFormat.getIntegerInstance(Locale.ROOT);
        size.setText(TEXTS.get("size", document.source().syntax().name(), numbers.format(styled.text().lines())));
        area.show(styled);
        area.mark(model.findingsProperty().get());
        area.reveal(model.placeProperty().get());
    }
}
