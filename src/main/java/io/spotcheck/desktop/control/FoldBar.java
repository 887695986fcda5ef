package io.spotcheck.desktop.control;

import io.spotcheck.desktop.theme.Icon;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/** The bar above a pane that folds: its title, what there is to say of it, and the button that folds it. */
public final class FoldBar {

    private final HBox root = new HBox();
    private final Label summary = new Label();
    private final Subscription listening;

    /**
     * A bar.
     *
     * @param title  what the pane is called
     * @param action what the button does, in words
     * @param shown  whether the pane is unfolded; the button turns it over
     */
    public FoldBar(String title, String action, BooleanProperty shown) {
        var name = new Label(title);
        name.getStyleClass().add("pane-title");
        name.setMinWidth(Label.USE_PREF_SIZE);
        summary.getStyleClass().addAll("small", "muted");
        summary.setMinWidth(0);
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        var fold = new Button();
        fold.getStyleClass().addAll("quiet", "icon-only");
        fold.setTooltip(Columns.tooltip(action));
        fold.setAccessibleText(action);
        fold.setOnAction(_ -> shown.set(!shown.get()));
        root.getStyleClass().addAll("pane-bar", "fold-bar");
        root.getChildren().addAll(name, summary, fold);
        listening = shown.subscribe(open ->
                fold.setGraphic((open ? Icon.CHEVRON_UP : Icon.CHEVRON_DOWN).node()));
    }

    /** The bar. */
    public Node root() {
        return root;
    }

    /** Says something about the pane. */
    public void say(String words) {
        summary.setText(words);
        summary.setTooltip(words.isEmpty() ? null : Columns.tooltip(words));
    }

    /** Listens no more. */
    public void dispose() {
        listening.unsubscribe();
    }
}
