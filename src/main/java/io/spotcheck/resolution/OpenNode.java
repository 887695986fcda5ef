package io.spotcheck.resolution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A node that is being written. Its changes are heard by the listener of its {@link ResolutionRecorder}. */
public final class OpenNode {

    private final ResolutionRecorder recorder;
    private final int id;
    private final NodeKind kind;
    private final Duration start;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<OpenNode> children = new ArrayList<>();
    private String label;
    private Status status = Status.RUNNING;
    private Duration duration = Duration.ZERO;
    private Optional<Exchange> exchange = Optional.empty();
    private Optional<Source> source = Optional.empty();
    private Optional<Location> location = Optional.empty();
    private Optional<String> reason = Optional.empty();

    OpenNode(ResolutionRecorder recorder, int id, NodeKind kind, String label, Duration start) {
        this.recorder = recorder;
        this.id = id;
        this.kind = kind;
        this.label = label;
        this.start = start;
    }

    /** The number of the node, unique within the resolution. */
    public int id() {
        return id;
    }

    /** Opens a node below this one. */
    public OpenNode open(NodeKind childKind, String childLabel) {
        return recorder.open(this, childKind, childLabel);
    }

    /** Opens a node below this one that stands for a part of a document. */
    public OpenNode open(NodeKind childKind, String childLabel, Location place) {
        OpenNode child = recorder.open(this, childKind, childLabel);
        recorder.write(child, () -> child.location = Optional.of(place), false);
        return child;
    }

    /** Names the node anew, when more is known than at its opening. */
    public void label(String text) {
        recorder.write(this, () -> label = text, false);
    }

    /** Keeps the exchange that brought the node. */
    public void exchange(Exchange made) {
        recorder.write(this, () -> exchange = Optional.of(made), false);
    }

    /** Keeps the text of the document that the node stands for. */
    public void source(Source text) {
        recorder.write(this, () -> source = Optional.of(text), false);
    }

    /** Adds a finding. A node that already ended well becomes doubtful or broken by it. */
    public void finding(Finding finding) {
        recorder.write(this, () -> {
            findings.add(finding);
            if (status == Status.OK || status == Status.WARNING) {
                status = worst();
            }
        }, false);
    }

    /** Adds a fact. */
    public void fact(String name, String value) {
        recorder.write(this, () -> facts.put(name, value), false);
    }

    /** Ends the node well; a warning among its findings makes it doubtful, an error breaks it. */
    public void succeed() {
        close(this::worst, Optional.empty());
    }

    /** Ends the node well, and says why it was taken. */
    public void succeed(String why) {
        close(this::worst, Optional.of(why));
    }

    /** Ends the node as broken. */
    public void fail(String why) {
        close(() -> Status.ERROR, Optional.of(why));
    }

    /** Ends the node as passed over. */
    public void skip(String why) {
        close(() -> Status.SKIPPED, Optional.of(why));
    }

    private Status worst() {
        if (findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            return Status.ERROR;
        }
        return findings.stream().anyMatch(f -> f.severity() == Severity.WARNING) ? Status.WARNING : Status.OK;
    }

    private void close(Supplier<Status> how, Optional<String> why) {
        recorder.write(this, () -> {
            status = how.get();
            if (why.isPresent()) {
                reason = why;
            }
            duration = recorder.elapsed().minus(start);
        }, true);
    }

    void add(OpenNode child) {
        children.add(child);
    }

    void closeRunning(String why) {
        children.forEach(c -> c.closeRunning(why));
        if (status == Status.RUNNING) {
            close(() -> Status.ERROR, Optional.of(why));
        }
    }

    Node freeze() {
        var below = new ArrayList<Node>(children.size());
        children.forEach(c -> below.add(c.freeze()));
        return node(below);
    }

    Node withoutChildren() {
        return node(List.of());
    }

    private Node node(List<Node> below) {
        Duration soFar = status == Status.RUNNING ? recorder.elapsed().minus(start) : duration;
        var timing = new Timing(start, soFar, exchange.map(Exchange::phases).orElse(List.of()));
        return new Node(id, kind, label, status, timing, exchange, source, location, reason, findings, facts, below);
    }
}
