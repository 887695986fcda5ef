package io.spotcheck.desktop.source;

import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.control.EmptyState;
import io.spotcheck.desktop.control.UrlLabel;
import io.spotcheck.desktop.session.UiThread;
import io.spotcheck.desktop.source.SourceModel.Document;
import io.spotcheck.desktop.source.SourceText.Position;
import io.spotcheck.desktop.source.Workshop.Target;
import io.spotcheck.desktop.source.assist.CatalogueEntry;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.lint.Fix;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
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
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * The source pane: which document it is, its text, the search in it, what was found in its current line, and what the
 * element there is. A document of the tab's own can be edited in it.
 */
public final class SourceView {

    private static final Messages TEXTS = Messages.of(SourceView.class);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination LINE = new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.F3);
    private static final KeyCombination PREVIOUS = new KeyCodeCombination(KeyCode.F3, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination EDIT = new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ABOUT = new KeyCodeCombination(KeyCode.F1);
    private static final KeyCombination ABOUT_TOO = new KeyCodeCombination(KeyCode.Q, KeyCombination.CONTROL_DOWN);
    /** Larger documents are shown, and not edited or explained: every key press would be felt. */
    private static final int LARGEST_EDITED = 512 * 1024;
    /** Below this width the size gives way to the buttons. */
    private static final double ROOM_FOR_SIZE = 640;

    private final SourceModel model;
    private final EditorModel editing;
    private final Workshop workshop;
    private final UiThread ui = UiThread.javaFx();
    private final BorderPane root = new BorderPane();
    private final UrlLabel name = new UrlLabel();
    private final Label size = new Label();
    private final Button fixAll = quiet(new Button(), "");
    private final ToggleButton edit = quiet(new ToggleButton(), "");
    private final ToggleButton wrap = new ToggleButton(TEXTS.get("wrap"));
    private final SourceArea area = new SourceArea();
    private final EditorArea editor;
    private final SearchBar search;
    private final LineBar line;
    private final EmptyState empty = new EmptyState("");
    private final EmptyState unwieldy = new EmptyState(TEXTS.get("unwieldy"), TEXTS.get("unwieldy.break"),
            this::breakLines);
    private final StackPane content = new StackPane();
    private final InfoStrip info = new InfoStrip(this::explain);
    private final AboutCard aboutCard = new AboutCard();
    private final PauseTransition looking = new PauseTransition(Duration.millis(120));
    private final Subscription subscriptions;
    private Optional<Document> shown = Optional.empty();

    /** A view of this model, with an editor of the tab's own document. */
    public SourceView(SourceModel model, EditorModel editing) {
        this.model = model;
        this.editing = editing;
        workshop = model.workshop();
        editor = new EditorArea(editing);
        search = new SearchBar(this::searched);
        line = new LineBar(this::searched);
        editor.onColoured(search::textChanged);
        content.getChildren().addAll(area.root(), editor.root(), empty, unwieldy, aboutCard.root(), editor.proposals().root());
        root.getStyleClass().add("pane");
        root.getStylesheets().add(Objects.requireNonNull(SourceView.class.getResource("source.css")).toExternalForm());
        root.setTop(new VBox(header(), search.root(), line.root()));
        root.setCenter(content);
        root.setBottom(info.root());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        area.onPick(model::pick);
        area.wrapProperty().bind(wrap.selectedProperty());
        editor.wrapProperty().bind(wrap.selectedProperty());
        looking.setOnFinished(_ -> look());
        subscriptions = Subscription.combine(
                model.documentProperty().subscribe(this::open),
                model.findingsProperty().subscribe(found -> {
                    area.mark(found);
                    offer();
                }),
                model.placeProperty().subscribe(place -> {
                    if (shown.isPresent()) {
                        area.reveal(place);
                    }
                    if (isEditing()) {
                        place.ifPresent(editor::reveal);
                    }
                }),
                workshop.editingProperty().subscribe(this::arrange),
                workshop.hasDraft().subscribe(_ -> arrange()),
                editing.judgedProperty().subscribe(_ -> offer()),
                editing.unwieldyProperty().subscribe((_, _) -> {
                    unwieldy.say(TEXTS.get("unwieldy"));
                    arrange();
                }),
                area.onCaret(this::moved),
                editor.onCaret(this::moved));
    }

    /** The pane. */
    public Node root() {
        return root;
    }

    /** Stops to follow the model. */
    public void dispose() {
        subscriptions.unsubscribe();
        looking.stop();
        search.dispose();
        area.dispose();
        editor.dispose();
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
        size.visibleProperty().bind(root.widthProperty().greaterThan(ROOM_FOR_SIZE));
        size.managedProperty().bind(size.visibleProperty());
        HBox.setHgrow(name, Priority.ALWAYS);
        fixAll.setId("fix-all");
        fixAll.getStyleClass().add("fix");
        fixAll.managedProperty().bind(fixAll.visibleProperty());
        fixAll.setOnAction(_ -> {
            if (isEditing()) {
                editor.apply(editing.editsOf(editing.fixes()));
            } else {
                model.fixAll();
            }
        });
        edit.setId("edit");
        edit.managedProperty().bind(edit.visibleProperty());
        edit.setOnAction(_ -> edit());
        var find = quiet(new Button(TEXTS.get("find")), TEXTS.get("find.hint", FIND.getDisplayText()));
        find.setOnAction(_ -> search.open());
        quiet(wrap, TEXTS.get("wrap.hint"));
        var copy = quiet(new Button(TEXTS.get("copy")), TEXTS.get("copy.hint"));
        copy.setOnAction(_ -> UrlLabel.copy(text()));
        var bar = new HBox(name, size, fixAll, edit, find, wrap, copy);
        bar.getStyleClass().add("pane-bar");
        bar.visibleProperty().bind(area.root().visibleProperty().or(editor.root().visibleProperty())
                .or(edit.visibleProperty()));
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    static <B extends ButtonBase> B quiet(B button, String hint) {
        button.getStyleClass().addAll("quiet", "small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setTooltip(Columns.tooltip(hint));
        return button;
    }

    private void onKey(KeyEvent key) {
        if (ABOUT.match(key) || ABOUT_TOO.match(key)) {
            explain();
        } else if (key.getCode() == KeyCode.ESCAPE && aboutCard.isOpen()) {
            aboutCard.hide();
        } else if (aboutCard.isOpen() && aboutCard.press(key.getCode())) {
            key.consume();
            return;
        } else if (EDIT.match(key) && edit.isVisible()) {
            edit();
        } else if (!isEditing() && shown.isEmpty()) {
            return;
        } else if (FIND.match(key)) {
            search.open();
        } else if (NEXT.match(key)) {
            search.next();
        } else if (PREVIOUS.match(key)) {
            search.previous();
        } else if (LINE.match(key)) {
            line.open();
        } else if (key.getCode() == KeyCode.ESCAPE && search.isOpen() && !editor.proposals().isOpen()) {
            search.close();
        } else {
            return;
        }
        key.consume();
    }

    private boolean isEditing() {
        return workshop.editingProperty().get() && workshop.hasDraft().getValue();
    }

    /** What a person searches in. */
    private Searched searched() {
        return isEditing() ? editor : area;
    }

    /** The text that a person looks at. */
    private String text() {
        return isEditing() ? editing.textProperty().get() : shown.map(d -> d.source().text()).orElse("");
    }

    private void open(Optional<Document> document) {
        ui.check();
        shown = Optional.empty();
        arrange();
        if (document.isEmpty()) {
            area.clear();
            return;
        }
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
        size.setText(TEXTS.get("size", document.source().syntax().name(), styled.text().lines(),
                numbers.format(styled.text().lines())));
        area.show(styled);
        area.mark(model.findingsProperty().get());
        area.reveal(model.placeProperty().get());
        arrange();
        search.textChanged();
    }

    /** Shows the text that is edited, the document that came, or why there is none. */
    private void arrange() {
        boolean edits = isEditing();
        Optional<Document> document = model.documentProperty().get();
        boolean tooLong = edits && editing.unwieldyProperty().get();
        editor.root().setVisible(edits && !tooLong);
        unwieldy.setVisible(tooLong);
        area.root().setVisible(!edits && document.isPresent());
        empty.setVisible(!edits && document.isEmpty());
        empty.say(TEXTS.get(model.hasResolution() ? "empty.node" : "empty.idle"));
        editor.proposals().hide();
        aboutCard.hide();
        if (edits) {
            name.show(TEXTS.get("draft"));
        } else {
            name.show(document.map(d -> d.source().name()).orElse(""));
        }
        boolean own = workshop.hasDraft().getValue()
                && document.map(d -> workshop.targetOf(d) == Target.OWN).orElse(true);
        edit.setVisible(edits || own || document.filter(d -> d.source().text().length() <= LARGEST_EDITED).isPresent());
        edit.setSelected(edits);
        edit.setText(TEXTS.get(edits ? "edit.done" : own ? "edit" : "edit.copy"));
        edit.setTooltip(Columns.tooltip(TEXTS.get(edits ? "edit.done.hint" : own ? "edit.hint" : "edit.copy.hint")));
        search.textChanged();
        offer();
    }

    private void edit() {
        boolean edits = isEditing();
        Optional<Document> document = model.documentProperty().get();
        if (edits) {
            workshop.editingProperty().set(false);
        } else if (workshop.hasDraft().getValue()
                && document.map(d -> workshop.targetOf(d) == Target.OWN).orElse(true)) {
            workshop.editingProperty().set(true);
            editing.check();
            editor.requestFocus();
        } else {
            edit.setSelected(false);
            document.ifPresent(workshop::edit);
        }
    }

    private void breakLines() {
        editing.breakLines();
        if (editing.unwieldyProperty().get()) {
            unwieldy.say(TEXTS.get("unwieldy.still"));
        } else {
            editing.check();
            editor.requestFocus();
        }
    }

    /** Offers what can be mended, in the whole document and in its current line. */
    private void offer() {
        boolean edits = isEditing();
        if (edits && editing.unwieldyProperty().get()) {
            // Nothing can be mended in a text that is not there.
            fixAll.setVisible(false);
            info.show(List.of(), editing::fixOf, "", _ -> { });
            return;
        }
        List<Fix> fixes = edits ? editing.fixes() : shown.isPresent() ? model.fixes() : List.of();
        fixAll.setVisible(!fixes.isEmpty());
        fixAll.setText(TEXTS.get("fix.all", fixes.size()));
        String hint = TEXTS.get("fix.hint." + (edits ? "EDITED" : shown.map(d -> workshop.targetOf(d).name())
                .orElse("COPY")));
        fixAll.setTooltip(Columns.tooltip(hint));
        if (edits) {
            info.show(editing.findings().getOrDefault(editor.caretLine(), List.of()), editing::fixOf, hint,
                    fix -> editor.apply(editing.editsOf(List.of(fix))));
        } else {
            Optional<SourceText> text = area.text().filter(_ -> shown.isPresent());
            info.show(text.map(t -> t.position(area.caret())).map(Position::line)
                    .map(line -> model.findingsProperty().get().get(line)).orElse(List.of()), model::fixOf, hint,
                    model::fix);
        }
        looking.playFromStart();
    }

    private void moved() {
        aboutCard.hide();
        looking.playFromStart();
        offer();
    }

    /** Says in the strip what the element is in which the caret stands. */
    private void look() {
        String text = text();
        if (text.isEmpty() || text.length() > LARGEST_EDITED) {
            info.describe(Optional.empty());
            return;
        }
        int caret = caretOffset();
        Thread.ofVirtual().name("look-up").start(() -> {
            ui.checkNot();
            Optional<CatalogueEntry> entry = CatalogueEntry.at(text, caret);
            ui.execute(() -> {
                if (caret == caretOffset()) {
                    info.describe(entry);
                }
            });
        });
    }

    /** Says everything about the element in which the caret stands, over the text. */
    private void explain() {
        String text = text();
        if (aboutCard.isOpen() || text.isEmpty() || text.length() > LARGEST_EDITED) {
            aboutCard.hide();
            return;
        }
        editor.proposals().hide();
        Optional<CatalogueEntry> entry = CatalogueEntry.at(text, caretOffset());
        aboutCard.show(entry, isEditing() ? editor.caretBounds() : area.caretBounds());
    }

    private int caretOffset() {
        return isEditing() ? editor.caretOffset() : area.caretOffset();
    }
}
