package io.spotcheck.desktop.shell;

import io.spotcheck.desktop.theme.Theme;
import java.util.Optional;
import java.util.Set;

/**
 * What the window remembers.
 *
 * @param bounds         where it stood, when it was not maximised
 * @param maximized      whether it filled the screen
 * @param theme          light or dark
 * @param profilesShown  whether the list of profiles is open
 * @param requestShown   whether the request form is open
 * @param bottomShown    whether the log and the cache are open
 * @param inspectorShare the inspector's part of the width that it shares with the tree, from 0 to 1
 * @param bottomShare    the bottom's part of the height, from 0 to 1
 * @param workspace      the folder of the workspace that was open
 * @param folded         the panes that are folded, by name
 */
public record WindowState(Optional<Bounds> bounds, boolean maximized, Theme theme, boolean profilesShown,
                          boolean requestShown, boolean bottomShown, double inspectorShare, double bottomShare,
                          Optional<String> workspace, Set<String> folded) {

    private static final WindowState FIRST = new WindowState(Optional.empty(), false, Theme.LIGHT, true, false, true,
            0.53, 0.28, Optional.empty(), Set.of());

    /**
     * A place on the screen.
     *
     * @param x      from the left
     * @param y      from the top
     * @param width  in pixels
     * @param height in pixels
     */
    public record Bounds(double x, double y, double width, double height) {
    }

    /** Keeps shares within what can be seen. */
    public WindowState {
        inspectorShare = within(inspectorShare);
        bottomShare = within(bottomShare);
        // A state of an earlier version of Spotcheck says nothing of them.
        folded = folded == null ? Set.of() : Set.copyOf(folded);
    }

    /** What a window looks like that was never opened. */
    public static WindowState first() {
        return FIRST;
    }

    private static double within(double share) {
        return Double.isFinite(share) ? Math.clamp(share, 0.1, 0.9) : 0.5;
    }
}
