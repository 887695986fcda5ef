package io.spotcheck.desktop.source;

import io.spotcheck.desktop.session.UiThread;
import io.spotcheck.desktop.source.SourceText.Match;
import io.spotcheck.desktop.source.SourceText.Place;
import io.spotcheck.desktop.wording.Messages;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** The search in a text: what is searched for, how often it is there, the next and the previous. */
final class SearchBar {

    private static final Messages TEXTS = Messages.of(SearchBar.class);

    private final SourceArea area;
    private final UiThread ui = UiThread.javaFx();
    private final TextField searched = new TextField();
    private final Label count = new Label();
    private final HBox root;
    private final PauseTransition typing = new PauseTransition(Duration.millis(120));
    private List<Match> matches = List.of();
    private int current = -1;

    SearchBar(SourceArea area) {
        this.area = area;
        searched.setPromptText(TEXTS.get("find.prompt"));
        HBox.setHgrow(searched, Priority.ALWAYS);
        count.getStyleClass().addAll("small", "muted");
        count.setMinWidth(Label.USE_PREF_SIZE);
        var previous = SourceView.quiet(new Button("↑"), TEXTS.get("find.previous"));
        var next = SourceView.quiet(new Button("↓"), TEXTS.get("find.next"));
        var close = SourceView.quiet(new Button("✕"), TEXTS.get("find.close"));
        previous.setOnAction(_ -> previous());
        next.setOnAction(_ -> next());
        close.setOnAction(_ -> close());
        root = new HBox(searched, count, previous, next, close);
        root.getStyleClass().add("pane-bar");
        root.setVisible(false);
        root.managedProperty().bind(root.visibleProperty());
        typing.setOnFinished(_ -> search());
        searched.textProperty().addListener(_ -> typing.playFromStart());
        searched.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                if (key.isShiftDown()) {
                    previous();
                } else {
                    next();
                }
                key.consume();
            }
        });
    }

    Node root() {
        return root;
    }

    boolean isOpen() {
        return root.isVisible();
    }

    void open() {
        root.setVisible(true);
        searched.requestFocus();
        searched.selectAll();
        if (!searched.getText().isEmpty()) {
            search();
        }
    }

    void close() {
        if (isOpen()) {
            root.setVisible(false);
            matches = List.of();
            current = -1;
            area.requestFocus();
        }
    }

    void next() {
        go(current + 1);
    }

    void previous() {
        go(current - 1);
    }

    void dispose() {
        typing.stop();
    }

    private void go(int index) {
        if (!matches.isEmpty()) {
            current = Math.floorMod(index, matches.size());
            area.select(matches.get(current));
        }
        tell();
    }

    private void search() {
        ui.check();
        String wanted = searched.getText();
        Optional<SourceText> text = area.text();
        if (text.isEmpty()) {
            return;
        }
        Thread.ofVirtual().name("search").start(() -> {
            ui.checkNot();
            List<Match> found = text.get().find(wanted);
            ui.execute(() -> {
                if (isOpen() && wanted.equals(searched.getText()) && text.equals(area.text())) {
                    found(found);
                }
            });
        });
    }

    private void found(List<Match> found) {
        ui.check();
        matches = found;
        Place caret = area.caret();
        current = -1;
        for (int i = 0; i < found.size() && current < 0; i++) {
            if (!isBefore(found.get(i).start(), caret)) {
                current = i;
            }
        }
        go(Math.max(0, current));
    }

    private void tell() {
        count.setText(searched.getText().isEmpty() ? "" : matches.isEmpty() ? TEXTS.get("find.none")
                : TEXTS.get("find.count", current + 1, matches.size()));
    }

    private static boolean isBefore(Place one, Place other) {
        return one.paragraph() < other.paragraph()
                || (one.paragraph() == other.paragraph() && one.column() < other.column());
    }
}
