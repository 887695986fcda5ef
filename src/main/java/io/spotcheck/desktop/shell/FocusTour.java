package io.spotcheck.desktop.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;

/**
 * A tour of the keyboard's focus through panes. Each pane gets it where it had it last; else on its table, text or
 * field, before its buttons.
 */
final class FocusTour {

    private FocusTour() {
    }

    /** Goes from the pane that has the focus to the next one that can have it, or to the one before. */
    static void go(List<Node> panes, Optional<Node> owner, boolean forward) {
        int count = panes.size();
        int from = -1;
        for (int i = 0; i < count; i++) {
            if (owner.filter(isWithin(panes.get(i))).isPresent()) {
                from = i;
                panes.get(i).getProperties().put(FocusTour.class, owner.get());
            }
        }
        for (int step = 1; step <= count; step++) {
            int first = from < 0 && !forward ? count : from;
            int at = Math.floorMod(first + (forward ? step : -step), count);
            Optional<Node> target = target(panes.get(at));
            if (target.isPresent()) {
                target.get().requestFocus();
                return;
            }
        }
    }

    private static Optional<Node> target(Node pane) {
        if (pane.getScene() == null) {
            return Optional.empty();
        }
        Optional<Node> last = Optional.ofNullable((Node) pane.getProperties().get(FocusTour.class))
                .filter(isWithin(pane)).filter(FocusTour::takesFocus);
        List<Node> all = within(pane).filter(FocusTour::takesFocus).toList();
        return last
                .or(() -> all.stream().filter(n -> !(n instanceof ButtonBase || n instanceof ChoiceBox<?>)).findFirst())
                .or(() -> all.stream().findFirst());
    }

    private static Stream<Node> within(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(FocusTour::within))
                : Stream.of(node);
    }

    private static boolean takesFocus(Node node) {
        for (Node above = node; above != null; above = above.getParent()) {
            if (!above.isVisible()) {
                return false;
            }
        }
        return node.isFocusTraversable() && !node.isDisabled() && node.getScene() != null;
    }

    private static Predicate<Node> isWithin(Node pane) {
        return node -> {
            for (Node above = node; above != null; above = above.getParent()) {
                if (above == pane) {
                    return true;
                }
            }
            return false;
        };
    }
}
