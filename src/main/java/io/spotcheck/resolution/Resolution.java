package io.spotcheck.resolution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The complete record of one resolution: everything that was asked, came back, was found, taken or passed over.
 *
 * @param root      the root of the tree
 * @param startedAt when it began
 * @param duration  how long it took
 */
public record Resolution(Node root, Instant startedAt, Duration duration) {

    private static final Resolution NONE = new Resolution(
            new Node(0, NodeKind.REQUEST, "", Status.OK, Timing.zero(), Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty(), List.of(), Map.of(), List.of()),
            Instant.EPOCH, Duration.ZERO);

    /** Checks that nothing is missing. */
    public Resolution {
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(duration, "duration");
    }

    /** The resolution in which nothing happened. */
    public static Resolution none() {
        return NONE;
    }

    /** All nodes, depth first. */
    public Stream<Node> nodes() {
        return root.walk();
    }

    /** The node with this number. */
    public Optional<Node> node(int id) {
        return nodes().filter(n -> n.id() == id).findFirst();
    }

    /** All findings of all nodes, in the order of the tree. */
    public List<Finding> findings() {
        return nodes().flatMap(n -> n.findings().stream()).toList();
    }

    /** The nodes from the root to the node with this number, both included; empty when there is no such node. */
    public List<Node> pathTo(int id) {
        var path = new ArrayList<Node>();
        return descend(root, id, path) ? List.copyOf(path) : List.of();
    }

    /** The nearest node, from this one upwards, that has a source: the document it stands in. */
    public Optional<Node> documentOf(int id) {
        return pathTo(id).reversed().stream().filter(n -> n.source().isPresent()).findFirst();
    }

    /** The nearest node, from this one upwards, that has an exchange: the one that brought it. */
    public Optional<Node> exchangeOf(int id) {
        return pathTo(id).reversed().stream().filter(n -> n.exchange().isPresent()).findFirst();
    }

    private static boolean descend(Node node, int id, List<Node> path) {
        path.add(node);
        if (node.id() == id) {
            return true;
        }
        for (Node child : node.children()) {
            if (descend(child, id, path)) {
                return true;
            }
        }
        path.removeLast();
        return false;
    }
}
