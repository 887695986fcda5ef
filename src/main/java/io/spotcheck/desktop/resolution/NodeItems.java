package io.spotcheck.desktop.resolution;

import io.spotcheck.resolution.Node;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.control.TreeItem;

/**
 * The items of the tree table. A tree that grew changes only what changed, so that rows keep their selection and
 * whether they are folded.
 */
final class NodeItems {

    private final Map<Integer, TreeItem<Node>> byId = new HashMap<>();

    /** The item of a node. */
    Optional<TreeItem<Node>> item(int nodeId) {
        return Optional.ofNullable(byId.get(nodeId));
    }

    /**
     * Takes over a tree, and gives the item of its root.
     *
     * @param shown which nodes get an item, the root and all above one that does among them
     */
    TreeItem<Node> take(Node root, Predicate<Node> shown) {
        TreeItem<Node> item = update(root, shown);
        Set<Integer> alive = root.walk().filter(shown).map(Node::id).collect(Collectors.toSet());
        byId.keySet().retainAll(alive);
        return item;
    }

    /** All items, in no order. */
    Collection<TreeItem<Node>> all() {
        return byId.values();
    }

    /** Forgets all items. */
    void clear() {
        byId.clear();
    }

    private TreeItem<Node> update(Node node, Predicate<Node> shown) {
        TreeItem<Node> known = byId.get(node.id());
        TreeItem<Node> item;
        if (known == null || known.getValue().kind() != node.kind()) {
            item = new TreeItem<>(node);
            item.setExpanded(true);
            byId.put(node.id(), item);
        } else {
            item = known;
            if (!looksSame(item.getValue(), node)) {
                item.setValue(node);
            }
        }
        List<TreeItem<Node>> below = node.children().stream().filter(shown).map(n -> update(n, shown))
                .toList();
        if (!item.getChildren().equals(below)) {
            boolean onlyMore = below.size() > item.getChildren().size()
                    && item.getChildren().equals(below.subList(0, item.getChildren().size()));
            if (onlyMore) {
                item.getChildren().addAll(below.subList(item.getChildren().size(), below.size()));
            } else {
                item.getChildren().setAll(below);
            }
        }
        return item;
    }

    private static boolean looksSame(Node before, Node now) {
        return before.status() == now.status() && before.label().equals(now.label())
                && before.timing().equals(now.timing()) && before.reason().equals(now.reason())
                && before.exchange().isPresent() == now.exchange().isPresent()
                && before.findings().size() == now.findings().size();
    }
}
