package io.spotcheck.desktop.shell;

import java.util.List;
import javafx.scene.Node;

/**
 * The panes of a tab, made by the composition root.
 *
 * @param above     what stands above the tree while there is something to show: breaks and bids
 * @param inspector what shows the selected node
 * @param bottom    what stands below: log, cache and history
 * @param dispose   ends the listening of each of them
 */
public record TabPanes(List<Node> above, List<Pane> inspector, List<Pane> bottom, List<Runnable> dispose) {

    /** Copies the lists. */
    public TabPanes {
        above = List.copyOf(above);
        inspector = List.copyOf(inspector);
        bottom = List.copyOf(bottom);
        dispose = List.copyOf(dispose);
    }
}
