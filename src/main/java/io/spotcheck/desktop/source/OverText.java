package io.spotcheck.desktop.source;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.layout.Region;

/** Puts a card over the text near the caret: below it, or above it where there is more room. */
final class OverText {

    private static final double GAP = 4;
    private static final double LOWEST = 48;

    private final Region card;

    /** Cards are hidden at first, and take no part in the layout of what they lie over. */
    OverText(Region card) {
        this.card = card;
        card.setManaged(false);
        card.setVisible(false);
    }

    void show(Optional<Bounds> caret, double width) {
        Parent parent = card.getParent();
        if (parent == null) {
            return;
        }
        card.setVisible(true);
        card.applyCss();
        Bounds room = parent.getLayoutBounds();
        double wide = Math.min(width, room.getWidth() - 2 * GAP);
        Point2D below = caret.map(c -> parent.screenToLocal(c.getMinX(), c.getMaxY())).orElse(new Point2D(48, 24));
        double lineHigh = caret.map(Bounds::getHeight).orElse(16.0);
        double x = Math.clamp(below.getX(), GAP, Math.max(GAP, room.getWidth() - wide - GAP));
        double under = below.getY() + GAP;
        double roomUnder = room.getHeight() - GAP - under;
        double roomOver = below.getY() - lineHigh - 2 * GAP;
        double wanted = card.prefHeight(wide);
        // The line that it is about is never covered: where neither side has the room, it takes the larger one.
        boolean isUnder = wanted <= roomUnder || roomUnder >= roomOver;
        double high = Math.min(wanted, Math.max(LOWEST, isUnder ? roomUnder : roomOver));
        double y = isUnder ? under : below.getY() - lineHigh - GAP - high;
        card.resizeRelocate(Math.round(x), Math.round(y), Math.round(wide), Math.round(high));
        card.toFront();
    }

    /** How much height there is below or above the caret, whichever is more. */
    double room(Optional<Bounds> caret) {
        Parent parent = card.getParent();
        if (parent == null) {
            return 0;
        }
        double high = parent.getLayoutBounds().getHeight();
        double below = caret.map(c -> parent.screenToLocal(c.getMinX(), c.getMaxY()).getY()).orElse(high / 2);
        return Math.max(high - below, below - caret.map(Bounds::getHeight).orElse(0.0)) - 2 * GAP;
    }

    void hide() {
        card.setVisible(false);
    }

    boolean isOpen() {
        return card.isVisible();
    }
}
