package io.spotcheck.desktop.shell;

import java.util.List;

/**
 * The panes of a tab, made by the composition root.
 *
 * @param inspector what shows the selected node
 * @param bottom    what stands below: log and cache
 * @param dispose   ends the listening of each of them
 */
public record TabPanes(List<Pane> inspector, List<Pane> bottom, List<Runnable> dispose) {

    /** Copies the lists. */
    public TabPanes {
        inspector = List.copyOf(inspector);
        bottom = List.copyOf(bottom);
        dispose = List.copyOf(dispose);
    }
}
