package io.spotcheck.desktop.shell;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.desktop.theme.Icon;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Panes one behind the other, under a strip with their titles. It may fold, so that only the strip is left. */
final class PaneStrip {

    /** The height of the strip, in pixels. */
    static final double HEIGHT = 32;

    private final BorderPane root = new BorderPane();
    private final StackPane content = new StackPane();
    private final HBox strip = new HBox();
    private final ToggleGroup choice = new ToggleGroup();
    private final List<Pane> panes;
    private Optional<BooleanProperty> shown = Optional.empty();

    PaneStrip(List<Pane> panes) {
        this.panes = panes;
        root.getStyleClass().addAll("pane", "pane-strip");
        strip.getStyleClass().addAll("pane-bar", "strip");
        for (Pane pane : panes) {
            strip.getChildren().add(tab(pane));
        }
        choice.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                // One pane is always in front.
                choice.selectToggle(before);
            } else if (now != null) {
                content.getChildren().setAll(((Pane) now.getUserData()).root());
            }
        });
        root.setTop(strip);
        root.setCenter(content);
        choice.selectToggle(choice.getToggles().getFirst());
    }

    /** A strip that folds as this property says. */
    PaneStrip foldedBy(BooleanProperty whetherShown, String keys) {
        shown = Optional.of(whetherShown);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var fold = new Button();
        fold.getStyleClass().addAll("quiet", "icon-only");
        fold.setTooltip(new Tooltip(text("strip.fold.tip", keys)));
        fold.setAccessibleText(text("strip.fold"));
        fold.setOnAction(_ -> whetherShown.set(!whetherShown.get()));
        whetherShown.subscribe(open -> {
            fold.setGraphic((open ? Icon.CHEVRON_DOWN : Icon.CHEVRON_UP).node());
            content.setVisible(open);
            content.setManaged(open);
        });
        strip.getChildren().addAll(space, fold);
        return this;
    }

    Node root() {
        return root;
    }

    /** Brings a pane to the front. */
    void show(String id) {
        choice.getToggles().stream().filter(t -> ((Pane) t.getUserData()).id().equals(id)).findFirst()
                .ifPresent(choice::selectToggle);
        shown.ifPresent(s -> s.set(true));
    }

    /** Brings the pane at this place to the front, from 0. */
    void show(int place) {
        if (place < panes.size()) {
            show(panes.get(place).id());
        }
    }

    private ToggleButton tab(Pane pane) {
        var tab = new ToggleButton();
        tab.setId("pane-" + pane.id());
        tab.textProperty().bind(pane.title());
        tab.getStyleClass().addAll("quiet", "strip-tab");
        tab.setToggleGroup(choice);
        tab.setUserData(pane);
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setOnAction(_ -> shown.ifPresent(s -> s.set(true)));
        return tab;
    }
}
