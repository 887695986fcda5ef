package io.spotcheck.desktop.control;

import io.spotcheck.desktop.wording.Mark;
import java.util.Arrays;
import javafx.scene.control.Label;

/** A shape and a word that say how something is; the colour only repeats it. */
public final class StatusMark extends Label {

    /** A mark that says nothing yet. */
    public StatusMark() {
        setMinWidth(USE_PREF_SIZE);
    }

    /** A mark with this word. */
    public StatusMark(Mark mark, String word) {
        this();
        show(mark, word);
    }

    /** Shows a mark with a word of the pane's own. */
    public void show(Mark mark, String word) {
        hide();
        setText(mark.shape() + " " + word);
        getStyleClass().add(mark.styleClass());
    }

    /** Says nothing. */
    public void hide() {
        setText("");
        getStyleClass().removeAll(Arrays.stream(Mark.values()).map(Mark::styleClass).toList());
    }
}
