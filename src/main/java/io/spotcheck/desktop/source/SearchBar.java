package io.spotcheck.desktop.source;

import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.session.UiThread;
import io.spotcheck.desktop.theme.Icon;
import io.spotcheck.desktop.wording.Messages;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/**
 * The search in the text that is on show: what is searched for, how often it is there, the next and the previous. All
 * places are marked; whoever searches does not lose the keyboard.
 */
final class SearchBar {

    private static final Messages TEXTS = Messages.of(SearchBar.class);
    private static final KeyCombination CASE = new KeyCodeCombination(KeyCode.C, KeyCombination.ALT_DOWN);

    private final Supplier<Searched> area;
    private final UiThread ui = UiThread.javaFx();
    private final TextField searched = new TextField();
    private final ToggleButton matchCase = SourceView.quiet(new ToggleButton("Aa"), TEXTS.get("find.case"));
    private final Label count = new Label();
    private final HBox root;
    private final PauseTransition typing = new PauseTransition(Duration.millis(120));
    private Hits hits = Hits.NONE;
    private int origin;

    SearchBar(Supplier<Searched> area) {
        this.area = area;
        searched.setId("find");
        searched.setPromptText(TEXTS.get("find.prompt"));
        HBox.setHgrow(searched, Priority.ALWAYS);
        matchCase.setId("find-case");
        count.setId("find-count");
        count.getStyleClass().addAll("small", "muted", "find-count");
        var previous = button(Icon.CHEVRON_UP, "find.previous");
        var next = button(Icon.CHEVRON_DOWN, "find.next");
        var close = button(Icon.CLOSE, "find.close");
        previous.setOnAction(_ -> previous());
        next.setOnAction(_ -> next());
        close.setOnAction(_ -> close());
        root = new HBox(Icon.SEARCH.node(), searched, matchCase, count, previous, next, close);
        root.getStyleClass().addAll("pane-bar", "find-bar");
        root.setVisible(false);
        root.managedProperty().bind(root.visibleProperty());
        typing.setOnFinished(_ -> search(true));
        searched.textProperty().subscribe((_, _) -> typing.playFromStart());
        matchCase.selectedProperty().subscribe((_, _) -> search(true));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private static Button button(Icon icon, String hint) {
        var button = new Button();
        button.setGraphic(icon.node());
        button.getStyleClass().addAll("quiet", "icon-only");
        button.setTooltip(Columns.tooltip(TEXTS.get(hint)));
        button.setAccessibleText(TEXTS.get(hint));
        return button;
    }

    private void keyPressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && key.getTarget() == searched) {
            if (key.isShiftDown()) {
                previous();
            } else {
                next();
            }
        } else if (key.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (CASE.match(key)) {
            matchCase.setSelected(!matchCase.isSelected());
        } else {
            return;
        }
        key.consume();
    }

    Node root() {
        return root;
    }

    boolean isOpen() {
        return root.isVisible();
    }

    /** Opens with what is selected in the text, or with what was searched for before. */
    void open() {
        String selected = area.get().selectedText();
        origin = area.get().selectionStart();
        root.setVisible(true);
        if (!selected.isBlank() && selected.indexOf('\n') < 0) {
            searched.setText(selected);
        }
        searched.requestFocus();
        searched.selectAll();
        search(true);
    }

    /** Closes, and gives the keyboard back to the text. */
    void close() {
        if (isOpen()) {
            typing.stop();
            root.setVisible(false);
            found(Hits.NONE);
            area.get().requestFocus();
        }
    }

    void next() {
        step(true);
    }

    void previous() {
        step(false);
    }

    /** The text is another one: finds the places in it, and leaves its caret alone. */
    void textChanged() {
        if (isOpen()) {
            origin = area.get().selectionStart();
            search(false);
        }
    }

    void dispose() {
        typing.stop();
    }

    private void step(boolean forward) {
        if (!isOpen()) {
            // What was searched for last is looked for again, without taking the keyboard from the text.
            root.setVisible(true);
        }
        typing.stop();
        Searched text = area.get();
        int caret = text.selectionStart();
        Hits now = Hits.in(text.content(), searched.getText(), matchCase.isSelected())
                .standingAt(caret, caret + text.selectedText().replace("\n", "").length());
        now = now.current() >= 0 || hits.current() < 0 || hits.current() >= now.all().size() ? now
                : new Hits(now.all(), hits.current(), now.more());
        go(forward ? now.next(caret) : now.previous(caret));
    }

    private void go(Hits to) {
        if (to.current() >= 0) {
            origin = to.all().get(to.current()).start();
            area.get().select(to.all().get(to.current()));
        }
        found(to);
    }

    private void search(boolean goes) {
        ui.check();
        String wanted = searched.getText();
        boolean exactly = matchCase.isSelected();
        Searched in = area.get();
        String text = in.content();
        Thread.ofVirtual().name("search").start(() -> {
            ui.checkNot();
            Hits now = Hits.in(text, wanted, exactly);
            ui.execute(() -> {
                if (!isOpen() || !wanted.equals(searched.getText()) || exactly != matchCase.isSelected()
                        || area.get() != in || !text.equals(in.content())) {
                    return;
                }
                if (goes) {
                    go(now.from(origin));
                } else {
                    int start = in.selectionStart();
                    found(now.standingAt(start, start + in.selectedText().replace("\n", "").length()));
                }
            });
        });
    }

    private void found(Hits now) {
        ui.check();
        hits = now;
        area.get().highlight(now);
        boolean missing = now.isEmpty() && !searched.getText().isEmpty();
        var numbers = NumberFormat.getIntegerInstance(Locale.ROOT);
        String all = numbers.format(now.all().size()) + (now.more() ? "+" : "");
        count.setText(searched.getText().isEmpty() ? "" : missing ? TEXTS.get("find.none") : now.current() < 0
                ? TEXTS.get("find.all", all) : TEXTS.get("find.count", numbers.format(now.current() + 1), all));
        if (missing != count.getStyleClass().contains("status-error")) {
            if (missing) {
                count.getStyleClass().add("status-error");
            } else {
                count.getStyleClass().remove("status-error");
            }
        }
    }
}
