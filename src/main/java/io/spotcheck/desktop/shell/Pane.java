package io.spotcheck.desktop.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * A pane of a tab, as the window sees it.
 *
 * @param id    its stable name
 * @param title what its tab says; it may change, as a count does
 * @param root  the pane
 */
public record Pane(String id, ObservableValue<String> title, Node root) {
}
