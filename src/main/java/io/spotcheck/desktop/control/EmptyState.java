package io.spotcheck.desktop.control;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What a pane shows when it has nothing to show: one sentence that teaches, and perhaps one button. */
public final class EmptyState extends VBox {

    private final Label sentence = new Label();

    /** An empty state with this sentence. */
    public EmptyState(String text) {
        getStyleClass().add("empty-state");
        sentence.setText(text);
        sentence.setWrapText(true);
        // In a low pane the sentence is what must be seen, not the room around it.
        sentence.setMinHeight(USE_PREF_SIZE);
        getChildren().add(sentence);
    }

    /** An empty state with this sentence and a button. */
    public EmptyState(String text, String action, Runnable onAction) {
        this(text);
        var button = new Button(action);
        button.setOnAction(_ -> onAction.run());
        getChildren().add(button);
    }

    /** Says something else. */
    public void say(String text) {
        sentence.setText(text);
    }
}
