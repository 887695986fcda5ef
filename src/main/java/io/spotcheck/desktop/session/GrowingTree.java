package io.spotcheck.desktop.session;

import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.Resolution;
import io.spotcheck.resolution.ResolutionEvent;
import io.spotcheck.resolution.ResolutionListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the steps of a resolution together to a tree. Written on any thread, read on another. */
final class GrowingTree implements ResolutionListener {

    private final Instant startedAt = Instant.now();
    private final long startedNanos = System.nanoTime();
    private final Map<Integer, Node> nodes = new HashMap<>();
    private final Map<Integer, List<Integer>> children = new HashMap<>();
    private Optional<Integer> root = Optional.empty();
    private boolean grown;

    @Override
    public synchronized void onEvent(ResolutionEvent event) {
        Node node = event.node();
        if (event instanceof ResolutionEvent.Opened opened) {
            if (opened.parent().isPresent()) {
                children.computeIfAbsent(opened.parent().getAsInt(), _ -> new ArrayList<>()).add(node.id());
            } else {
                root = Optional.of(node.id());
            }
        }
        nodes.put(node.id(), node);
        grown = true;
    }

    /** The tree as it is now, when it has grown since it was last looked at. */
    synchronized Optional<Resolution> ifGrown() {
        if (!grown) {
            return Optional.empty();
        }
        grown = false;
        return Optional.of(now());
    }

    /** The tree as it is now. */
    synchronized Resolution now() {
        var elapsed = Duration.ofNanos(System.nanoTime() - startedNanos);
        return root.map(id -> new Resolution(freeze(id), startedAt, elapsed)).orElse(Resolution.none());
    }

    private Node freeze(int id) {
        Node node = nodes.get(id);
        List<Node> below = children.getOrDefault(id, List.of()).stream().map(this::freeze).toList();
        return new Node(id, node.kind(), node.label(), node.status(), node.timing(), node.exchange(), node.source(),
                node.location(), node.reason(), node.findings(), node.facts(), below);
    }
}
