package io.spotcheck.desktop.session;

import io.spotcheck.resolution.Location;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The one selection of a tab: every pane shows what it points to, and every pane may move it. */
public final class Selection {

    private final ReadOnlyObjectWrapper<Optional<Focus>> focus =
            new ReadOnlyObjectWrapper<>(this, "focus", Optional.empty());

    /**
     * What is selected.
     *
     * @param nodeId   the node of the resolution tree
     * @param location a place in that node's document, when it is more exact than the node's own
     */
    public record Focus(int nodeId, Optional<Location> location) {
    }

    /** What is selected now. */
    public ReadOnlyObjectProperty<Optional<Focus>> focusProperty() {
        return focus.getReadOnlyProperty();
    }

    /** What is selected now. */
    public Optional<Focus> focus() {
        return focus.get();
    }

    /** Selects a node. */
    public void select(int nodeId) {
        focus.set(Optional.of(new Focus(nodeId, Optional.empty())));
    }

    /** Selects a place in a node's document. */
    public void select(int nodeId, Location location) {
        focus.set(Optional.of(new Focus(nodeId, Optional.of(location))));
    }

    /** Selects nothing. */
    public void clear() {
        focus.set(Optional.empty());
    }
}
