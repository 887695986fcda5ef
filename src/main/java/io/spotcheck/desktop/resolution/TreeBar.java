package io.spotcheck.desktop.resolution;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.theme.Icon;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** The bar above the tree: only trouble, unfold all, fold all, copy. */
final class TreeBar {

    private final HBox root = new HBox();
    private final Subscription listening;

    TreeBar(ResolutionModel model, ObservableBooleanValue idle, Runnable expand, Runnable collapse, CopyItems copies) {
        var title = new Label(text("resolution.title"));
        title.getStyleClass().add("pane-title");
        title.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var trouble = new ToggleButton();
        trouble.setId("trouble");
        trouble.getStyleClass().addAll("quiet", "small", "trouble");
        trouble.setMinWidth(Region.USE_PREF_SIZE);
        trouble.setTooltip(Columns.tooltip(text("resolution.trouble.tip")));
        trouble.selectedProperty().bindBidirectional(model.troubleOnlyProperty());
        var copy = new MenuButton(null, Icon.COPY.node());
        copy.setId("tree-copy");
        copy.getItems().setAll(copies.items());
        copy.setOnShowing(_ -> copies.refresh());
        root.getStyleClass().addAll("pane-bar", "tree-bar");
        root.getChildren().addAll(title, space, trouble,
                button(Icon.EXPAND, "resolution.expand", expand),
                button(Icon.COLLAPSE, "resolution.collapse", collapse),
                iconOnly(copy, "resolution.copy"));
        root.getChildren().stream().filter(ButtonBase.class::isInstance).forEach(b -> b.disableProperty().bind(idle));
        listening = model.troublesProperty().subscribe(n -> trouble.setText(
                text("resolution.trouble", n.intValue())));
    }

    Node root() {
        return root;
    }

    void dispose() {
        listening.unsubscribe();
    }

    private static Button button(Icon icon, String words, Runnable action) {
        Button button = iconOnly(new Button(null, icon.node()), words);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static <B extends ButtonBase> B iconOnly(B button, String words) {
        button.getStyleClass().addAll("quiet", "icon-only");
        button.setTooltip(Columns.tooltip(text(words)));
        button.setAccessibleText(text(words));
        return button;
    }
}
