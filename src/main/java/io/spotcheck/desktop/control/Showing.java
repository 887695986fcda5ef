package io.spotcheck.desktop.control;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/** Whether a person can see a node: its window is open, and neither it nor anything around it is hidden. */
public final class Showing {

    private static final ObservableValue<Boolean> NEVER = new SimpleBooleanProperty(false);

    private Showing() {
    }

    /** Follows the node through tabs, panes and windows. */
    public static ObservableValue<Boolean> of(Node node) {
        ObservableValue<Boolean> open = node.sceneProperty().flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty).orElse(false);
        return open.flatMap(shows -> shows ? visible(node) : NEVER);
    }

    private static ObservableValue<Boolean> visible(Node node) {
        return node.visibleProperty().flatMap(shows -> shows
                ? node.parentProperty().flatMap(Showing::visible).orElse(true) : NEVER);
    }
}
