package io.spotcheck.desktop.exchange;

import io.spotcheck.desktop.session.LiveResolution;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.Resolution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** Which exchange the headers and timing panes show. */
public final class ExchangeModel {

    private final LiveResolution live;
    private final Selection selection;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final Subscription subscriptions;

    /**
     * An exchange on show.
     *
     * @param nodeId    the node that it brought
     * @param exchange  the exchange
     * @param start     when it began, from the start of the resolution
     * @param redirects the answers that led to it, the first one first
     */
    public record Shown(int nodeId, Exchange exchange, Duration start, List<Redirect> redirects) {
    }

    /**
     * An answer that pointed elsewhere.
     *
     * @param nodeId its node
     * @param url    what was asked
     * @param status the HTTP status
     */
    public record Redirect(int nodeId, String url, Optional<Integer> status) {
    }

    /** A model that follows this selection in this resolution. */
    public ExchangeModel(LiveResolution live, Selection selection) {
        this.live = live;
        this.selection = selection;
        subscriptions = Subscription.combine(
                live.resolutionProperty().subscribe(_ -> update()),
                selection.focusProperty().subscribe(_ -> update()));
    }

    /** The exchange of what is selected; without a selection the first one there is. */
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether anything was resolved, so that a missing exchange is the node's affair. */
    public boolean hasResolution() {
        return live.phaseProperty().get() != LiveResolution.Phase.IDLE;
    }

    /** Selects the node of a redirect. */
    public void select(Redirect redirect) {
        selection.select(redirect.nodeId());
    }

    /** Stops to follow. */
    public void dispose() {
        subscriptions.unsubscribe();
    }

    private void update() {
        Resolution resolution = live.resolutionProperty().get();
        Optional<Node> node = selection.focus().isPresent()
                ? selection.focus().flatMap(f -> exchangeOf(resolution, f.nodeId()))
                : resolution.nodes().filter(n -> n.exchange().isPresent()).findFirst();
        shown.set(node.map(n -> shown(resolution, n)));
    }

    private static Optional<Node> exchangeOf(Resolution resolution, int nodeId) {
        return resolution.exchangeOf(nodeId).or(() -> resolution.node(nodeId).stream().flatMap(Node::walk)
                .filter(n -> n.exchange().isPresent()).findFirst());
    }

    private static Shown shown(Resolution resolution, Node node) {
        Exchange exchange = node.exchange().orElseThrow();
        // A document's node covers its redirects too; its own exchange is the last thing in it.
        List<Node> before = switch (node.kind()) {
            case DOCUMENT -> node.children().stream().filter(n -> n.kind() == NodeKind.REDIRECT).toList();
            case REDIRECT -> siblingsBefore(resolution, node);
            default -> List.of();
        };
        Duration start = before.stream().map(n -> n.timing().end()).max(Duration::compareTo)
                .filter(end -> end.compareTo(node.timing().start()) > 0).orElse(node.timing().start());
        return new Shown(node.id(), exchange, start, before.stream()
                .map(n -> new Redirect(n.id(), n.exchange().map(e -> e.request().url()).orElse(n.label()),
                        n.httpStatus())).toList());
    }

    private static List<Node> siblingsBefore(Resolution resolution, Node node) {
        return resolution.pathTo(node.id()).reversed().stream().skip(1).findFirst().stream()
                .flatMap(parent -> parent.children().stream())
                .takeWhile(sibling -> sibling.id() != node.id())
                .filter(sibling -> sibling.kind() == NodeKind.REDIRECT).toList();
    }
}
