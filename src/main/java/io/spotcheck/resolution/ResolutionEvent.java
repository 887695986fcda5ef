package io.spotcheck.resolution;

import java.util.OptionalInt;

/** A step of a resolution while it happens. The nodes carry no children; their parent is named instead. */
public sealed interface ResolutionEvent {

    /** The node as it is now, without children. */
    Node node();

    /**
     * A node was opened.
     *
     * @param parent the number of the node above, empty for the root
     * @param node   the node
     */
    record Opened(OptionalInt parent, Node node) implements ResolutionEvent {
    }

    /**
     * A node learned something: its exchange, its source, a finding.
     *
     * @param node the node
     */
    record Changed(Node node) implements ResolutionEvent {
    }

    /**
     * A node ended.
     *
     * @param node the node
     */
    record Closed(Node node) implements ResolutionEvent {
    }
}
