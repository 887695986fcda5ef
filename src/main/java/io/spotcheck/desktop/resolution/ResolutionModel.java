package io.spotcheck.desktop.resolution;

import io.spotcheck.desktop.session.LiveResolution;
import io.spotcheck.desktop.session.Pulses;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.Resolution;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Status;
import io.spotcheck.resolution.Timing;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;

/** What the resolution pane shows: the tree, the time that the waterfall spans, the selection. */
public final class ResolutionModel {

    private final LiveResolution live;
    private final Selection selection;
    private final Pulses pulses;
    private final ReadOnlyDoubleWrapper span = new ReadOnlyDoubleWrapper(this, "span", 0);
    private final BooleanProperty troubleOnly = new SimpleBooleanProperty(this, "troubleOnly");
    private final ReadOnlyIntegerWrapper troubles = new ReadOnlyIntegerWrapper(this, "troubles");
    private final Subscription listening;
    private Pulses.Beat beat = () -> { };
    private long beganNanos;
    private Resolution searched = Resolution.none();
    private Set<Integer> earlier = Set.of();

    /** A model of this resolution. */
    public ResolutionModel(LiveResolution live, Selection selection, Pulses pulses) {
        this.live = live;
        this.selection = selection;
        this.pulses = pulses;
        listening = Subscription.combine(
                live.phaseProperty().subscribe(this::follow),
                live.resolutionProperty().subscribe(tree ->
                        troubles.set((int) tree.nodes().filter(ResolutionModel::isTrouble).count())));
    }

    /** The tree as it is now. */
    public ReadOnlyObjectProperty<Resolution> resolutionProperty() {
        return live.resolutionProperty();
    }

    /** How far the resolution is. */
    public ReadOnlyObjectProperty<LiveResolution.Phase> phaseProperty() {
        return live.phaseProperty();
    }

    /** The tab's selection. */
    public Selection selection() {
        return selection;
    }

    /** The milliseconds that the waterfall spans; they grow while the resolution runs. */
    public ReadOnlyDoubleProperty spanProperty() {
        return span.getReadOnlyProperty();
    }

    /** Whether only nodes are shown with which something is wrong, and those that lead to them. */
    public BooleanProperty troubleOnlyProperty() {
        return troubleOnly;
    }

    /** How many nodes something is wrong with, those that only pass on what is wrong below them left out. */
    public ReadOnlyIntegerProperty troublesProperty() {
        return troubles.getReadOnlyProperty();
    }

    /**
     * Whether a node is to be shown now. What is selected is shown beside the trouble, so that the panes never show
     * different things; where there is no trouble, there is nothing to show.
     */
    public Predicate<Node> shown() {
        if (!troubleOnly.get()) {
            return _ -> true;
        }
        Resolution now = live.resolutionProperty().get();
        Set<Integer> wanted = new HashSet<>();
        if (now != Resolution.none()) {
            collectTrouble(now.root(), wanted);
        }
        if (!wanted.isEmpty()) {
            selection.focus().ifPresent(focus -> now.pathTo(focus.nodeId()).forEach(n -> wanted.add(n.id())));
        }
        return node -> wanted.contains(node.id());
    }

    private static boolean collectTrouble(Node node, Set<Integer> wanted) {
        boolean wrong = isTrouble(node);
        for (Node child : node.children()) {
            wrong |= collectTrouble(child, wanted);
        }
        if (wrong) {
            wanted.add(node.id());
        }
        return wrong;
    }

    /** Whether something is wrong with a node itself: a finding, or a failure that none of its children explains. */
    private static boolean isTrouble(Node node) {
        return node.findings().stream().anyMatch(finding -> finding.severity() != Severity.INFO)
                || isFailing(node) && node.children().stream().noneMatch(ResolutionModel::isFailing);
    }

    private static boolean isFailing(Node node) {
        return node.status() == Status.ERROR || node.status() == Status.WARNING;
    }

    /** Whether a node hangs below a look into the cache: its times are those of the resolution that was kept. */
    public boolean isEarlier(Node node) {
        Resolution now = live.resolutionProperty().get();
        if (now != searched) {
            searched = now;
            earlier = now.nodes().filter(n -> n.kind() == NodeKind.CACHE).flatMap(n -> n.children().stream())
                    .flatMap(Node::walk).map(Node::id).collect(Collectors.toUnmodifiableSet());
        }
        return earlier.contains(node.id());
    }

    /** The time that a node took, for nodes that take time of their own. */
    public static Optional<Duration> timeOf(Node node) {
        if (node.status() == Status.RUNNING && node.exchange().isEmpty()) {
            return Optional.empty();
        }
        return switch (node.kind()) {
            case REQUEST, CACHE -> Optional.of(node.timing().duration());
            default -> node.exchange().map(Exchange::duration);
        };
    }

    /**
     * When a node's exchange began, from the start of the resolution: a document's own exchange comes after those of
     * its redirects.
     */
    public static Duration exchangeStart(Node node) {
        return node.children().stream().filter(c -> c.kind() == NodeKind.REDIRECT).map(Node::timing).map(Timing::end)
                .max(Duration::compareTo).orElse(node.timing().start());
    }

    /** The URL that a node stands for. */
    public static Optional<String> urlOf(Node node) {
        return node.exchange().map(e -> e.request().url())
                .or(() -> Optional.of(node.label()).filter(l -> l.contains("://")));
    }

    /** Ends all listening. */
    public void dispose() {
        listening.unsubscribe();
        beat.end();
    }

    private void follow(LiveResolution.Phase phase) {
        beat.end();
        beat = () -> { };
        if (phase == LiveResolution.Phase.RUNNING) {
            beganNanos = System.nanoTime();
            span.set(1);
            beat = pulses.begin(() -> span.set((System.nanoTime() - beganNanos) / 1e6));
        } else {
            span.set(live.resolutionProperty().get().duration().toNanos() / 1e6);
        }
    }
}
