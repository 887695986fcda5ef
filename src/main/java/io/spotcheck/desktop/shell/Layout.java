package io.spotcheck.desktop.shell;

import io.spotcheck.desktop.theme.Theme;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Which panes are open and how they share the room, the same for all tabs. In a narrow window the panes at the left
 * fold away, so that tree and source keep their room; they come back when there is room again.
 */
public final class Layout {

    /** Below this width, in pixels, a window is narrow. */
    public static final double NARROW = 1200;
    /** The inspector's part of a narrow window, in which a source shows 80 columns. */
    private static final double NARROW_INSPECTOR = 0.6;
    private static final String BREAKS = "breaks";
    private static final String BIDS = "bids";

    private final BooleanProperty profilesShown = new SimpleBooleanProperty(this, "profilesShown");
    private final BooleanProperty requestShown = new SimpleBooleanProperty(this, "requestShown");
    private final BooleanProperty bottomShown = new SimpleBooleanProperty(this, "bottomShown");
    private final DoubleProperty inspectorShare = new SimpleDoubleProperty(this, "inspectorShare");
    private final DoubleProperty bottomShare = new SimpleDoubleProperty(this, "bottomShare");
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme");
    private final BooleanProperty breaksShown = new SimpleBooleanProperty(this, BREAKS);
    private final BooleanProperty bidsShown = new SimpleBooleanProperty(this, BIDS);
    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");
    private boolean profilesWhenWide;
    private boolean requestWhenWide;
    private double inspectorWhenWide;

    /** The layout as it was kept. */
    public Layout(WindowState state) {
        profilesWhenWide = state.profilesShown();
        requestWhenWide = state.requestShown();
        inspectorWhenWide = state.inspectorShare();
        profilesShown.set(state.profilesShown());
        requestShown.set(state.requestShown());
        bottomShown.set(state.bottomShown());
        breaksShown.set(!state.folded().contains(BREAKS));
        bidsShown.set(!state.folded().contains(BIDS));
        inspectorShare.set(state.inspectorShare());
        bottomShare.set(state.bottomShare());
        theme.set(state.theme());
    }

    /** Whether the list of profiles is open. */
    public BooleanProperty profilesShownProperty() {
        return profilesShown;
    }

    /** Whether the request form is open. */
    public BooleanProperty requestShownProperty() {
        return requestShown;
    }

    /** Whether the log and the cache are open. */
    public BooleanProperty bottomShownProperty() {
        return bottomShown;
    }

    /** Whether the timeline of the breaks is unfolded. */
    public BooleanProperty breaksShownProperty() {
        return breaksShown;
    }

    /** Whether the table of the bids is unfolded. */
    public BooleanProperty bidsShownProperty() {
        return bidsShown;
    }

    /** The inspector's part of the width that it shares with the tree. */
    public DoubleProperty inspectorShareProperty() {
        return inspectorShare;
    }

    /** The bottom's part of the height. */
    public DoubleProperty bottomShareProperty() {
        return bottomShare;
    }

    /** Light or dark. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Whether the window is narrow. */
    public BooleanProperty narrowProperty() {
        return narrow;
    }

    /** The window has another width. */
    public void resized(double width) {
        boolean now = width < NARROW;
        if (now == narrow.get()) {
            return;
        }
        if (now) {
            profilesWhenWide = profilesShown.get();
            requestWhenWide = requestShown.get();
            inspectorWhenWide = inspectorShare.get();
            narrow.set(true);
            inspectorShare.set(Math.max(inspectorWhenWide, NARROW_INSPECTOR));
            profilesShown.set(false);
            requestShown.set(false);
        } else {
            narrow.set(false);
            inspectorShare.set(inspectorWhenWide);
            profilesShown.set(profilesWhenWide);
            requestShown.set(requestWhenWide);
        }
    }

    /** What of it is worth keeping. */
    public WindowState toState(WindowState before) {
        return new WindowState(before.bounds(), before.maximized(), theme.get(),
                narrow.get() ? profilesWhenWide : profilesShown.get(),
                narrow.get() ? requestWhenWide : requestShown.get(), bottomShown.get(),
                narrow.get() ? inspectorWhenWide : inspectorShare.get(), bottomShare.get(), before.workspace(),
                Stream.of(breaksShown, bidsShown).filter(shown -> !shown.get()).map(BooleanProperty::getName)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
