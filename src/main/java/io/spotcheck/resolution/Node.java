package io.spotcheck.resolution;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that happened or was found in a resolution.
 *
 * @param id       its number, unique within the resolution, in the order of opening from 0
 * @param kind     what it stands for
 * @param label    what a person reads first: a URL, an ad's title, a media type
 * @param status   how it ended
 * @param timing   when, and how long
 * @param exchange the exchange that brought it
 * @param source   the document's text, on nodes that are documents
 * @param location the place in the nearest document above, on nodes that stand for a part of it
 * @param reason   why it was taken, passed over or failed
 * @param findings what was noticed on it
 * @param facts    further facts by name, in order, such as {@code version} or {@code ad id}
 * @param children what came of it, in order
 */
public record Node(int id, NodeKind kind, String label, Status status, Timing timing, Optional<Exchange> exchange,
                   Optional<Source> source, Optional<Location> location, Optional<String> reason,
                   List<Finding> findings, Map<String, String> facts, List<Node> children) {

    /** Copies the collections. */
    public Node {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(status, "status");
        findings = List.copyOf(findings);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        children = List.copyOf(children);
    }

    /** This node and all below it, depth first. */
    public Stream<Node> walk() {
        var all = Stream.<Node>builder();
        var open = new ArrayDeque<Node>();
        open.push(this);
        while (!open.isEmpty()) {
            Node node = open.pop();
            all.add(node);
            node.children.reversed().forEach(open::push);
        }
        return all.build();
    }

    /** The HTTP status of the exchange, when there was an answer, and not from a file. */
    public Optional<Integer> httpStatus() {
        return exchange.filter(e -> !e.request().url().startsWith("file:")).flatMap(Exchange::response).map(Exchange.Response::status);
    }
}
