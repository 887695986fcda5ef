package io.spotcheck.desktop.source;

import io.spotcheck.desktop.session.LiveLint;
import io.spotcheck.desktop.session.LiveResolution;
import io.spotcheck.desktop.session.Selection.Focus;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.lint.Correction;
import io.spotcheck.lint.Fix;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.Resolution;
import io.spotcheck.resolution.Source.Syntax;
import io.spotcheck.resolution.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** Which document the source pane shows, which place in it, and what was found there. */
public final class SourceModel {

    private final LiveResolution live;
    private final Selection selection;
    private final LiveLint lint;
    private final Workshop workshop;
    private final ReadOnlyObjectWrapper<Optional<Document>> document =
            new ReadOnlyObjectWrapper<>(this, "document", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Location>> place =
            new ReadOnlyObjectWrapper<>(this, "place", Optional.empty());
    private final ReadOnlyObjectWrapper<Map<Integer, List<Finding>>> findings =
            new ReadOnlyObjectWrapper<>(this, "findings", Map.of());
    private final Subscription subscriptions;

    /**
     * A document on show.
     *
     * @param nodeId its node
     * @param source its text
     */
    public record Document(int nodeId, Source source) {
    }

    /**
     * A model that follows this selection in this resolution.
     *
     * @param lint     what the lint says of the documents
     * @param workshop where a document goes that was mended or is to be edited
     */
    public SourceModel(LiveResolution live, Selection selection, LiveLint lint, Workshop workshop) {
        this.live = live;
        this.selection = selection;
        this.lint = lint;
        this.workshop = workshop;
        subscriptions = Subscription.combine(
                live.resolutionProperty().subscribe(_ -> update()),
                lint.reportProperty().subscribe(_ -> update()),
                selection.focusProperty().subscribe(_ -> update()));
    }

    /** The document of what is selected; without a selection the first one there is. */
    public ReadOnlyObjectProperty<Optional<Document>> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /** The place of what is selected, when it is a part of the document. */
    public ReadOnlyObjectProperty<Optional<Location>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** What was found in the document, by line, the most severe first. */
    public ReadOnlyObjectProperty<Map<Integer, List<Finding>>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** How the lint mends a finding of the document on show. */
    public Optional<Fix> fixOf(Finding finding) {
        return linted().flatMap(l -> l.fixOf(finding));
    }

    /** What the lint can mend in the document on show. */
    public List<Fix> fixes() {
        return linted().map(LiveLint.Linted::fixes).orElse(List.of());
    }

    /** What a person can do with documents. */
    public Workshop workshop() {
        return workshop;
    }

    /** Mends one thing in the document on show. */
    public void fix(Fix fix) {
        document.get().ifPresent(shown ->
                workshop.keep(shown, Correction.of(shown.source().text(), List.of(fix)).text()));
    }

    /** Mends things in the documents of some nodes, whatever is on show. */
    public void fix(Map<Integer, List<Fix>> fixes) {
        Resolution resolution = live.resolutionProperty().get();
        // What is changed in place is resolved afresh, and that comes last: the other nodes are gone then.
        fixes.entrySet().stream().flatMap(e -> resolution.node(e.getKey()).flatMap(SourceModel::documentAt)
                        .map(found -> Map.entry(found, e.getValue())).stream())
                .sorted(Comparator.comparing(e -> workshop.targetOf(e.getKey()) != Workshop.Target.COPY))
                .forEach(e -> workshop.keep(e.getKey(),
                        Correction.of(e.getKey().source().text(), e.getValue()).text()));
    }

    /** Mends everything that the lint can mend in the document on show. */
    public void fixAll() {
        document.get().ifPresent(shown -> workshop.linting().correct(shown.source().name(), shown.source().text(),
                corrected -> workshop.keep(shown, corrected.text())));
    }

    /** Whether anything was resolved, so that a missing document is the node's affair. */
    public boolean hasResolution() {
        return live.phaseProperty().get() != LiveResolution.Phase.IDLE;
    }

    /**
     * Selects the node whose place is nearest above a position in the document, and the position itself.
     *
     * @param line   from 1
     * @param column from 1
     */
    public void pick(int line, int column) {
        document.get().ifPresent(shown -> {
            int node = nodesIn(shown.nodeId()).stream()
                    .filter(n -> n.location().filter(l -> !isAfter(l, line, column)).isPresent())
                    .max(Comparator.comparing((Node n) -> n.location().orElseThrow().line())
                            .thenComparing(n -> n.location().orElseThrow().column()))
                    .map(Node::id).orElse(shown.nodeId());
            selection.select(node, new Location(line, column, ""));
        });
    }

    /** Stops to follow. */
    public void dispose() {
        subscriptions.unsubscribe();
    }

    private Optional<LiveLint.Linted> linted() {
        return document.get().flatMap(shown -> lint.reportProperty().get().of(shown.nodeId()));
    }

    private void update() {
        Resolution resolution = live.resolutionProperty().get();
        Optional<Focus> focus = selection.focus();
        Optional<Document> shown = focus.isPresent()
                ? documentOf(resolution, focus.get().nodeId())
                : resolution.nodes().flatMap(n -> documentAt(n).stream()).findFirst();
        if (!shown.equals(document.get())) {
            // The old place must not be looked for in the new document.
            place.set(Optional.empty());
            document.set(shown);
        }
        findings.set(shown.map(d -> findingsIn(d.nodeId())).orElse(Map.of()));
        place.set(focus.flatMap(f -> placeOf(f, shown, resolution)));
    }

    private static Optional<Location> placeOf(Focus focus, Optional<Document> shown, Resolution resolution) {
        return focus.location().or(() -> resolution.node(focus.nodeId())
                // The place of a node that brought its own document is in the document before.
                .filter(node -> shown.filter(d -> d.nodeId() != node.id()).isPresent())
                .flatMap(Node::location));
    }

    private static Optional<Document> documentOf(Resolution resolution, int nodeId) {
        for (Node node : resolution.pathTo(nodeId).reversed()) {
            Optional<Document> own = documentAt(node);
            // A hop that brought nothing shows nothing, rather than the document that led to it.
            if (own.isPresent() || isHop(node)) {
                return own;
            }
        }
        return resolution.node(nodeId).stream().flatMap(Node::walk).flatMap(n -> documentAt(n).stream()).findFirst();
    }

    /** Whether something was asked for there. A document that stands in another one was not: it is a part of that. */
    private static boolean isHop(Node node) {
        return node.kind() == NodeKind.REDIRECT || node.kind() == NodeKind.DOCUMENT && node.location().isEmpty();
    }

    private static Optional<Document> documentAt(Node node) {
        return node.source().or(() -> node.exchange().flatMap(SourceModel::unparsed))
                .map(source -> new Document(node.id(), source));
    }

    /** The text of an answer that nobody took for a document, such as an error page. */
    private static Optional<Source> unparsed(Exchange exchange) {
        return exchange.response().filter(r -> r.body().size() > 0).flatMap(response -> {
            String type = response.headers().first("content-type").orElse("").toLowerCase(Locale.ROOT);
            Optional<Syntax> syntax = type.contains("html") ? Optional.of(Syntax.HTML)
                    : type.contains("xml") ? Optional.of(Syntax.XML)
                    : type.contains("json") ? Optional.of(Syntax.JSON)
                    : type.startsWith("text/") ? Optional.of(Syntax.TEXT) : Optional.empty();
            return syntax.map(s -> new Source(exchange.request().url(), s,
                    response.body().text(StandardCharsets.UTF_8)));
        });
    }

    private Map<Integer, List<Finding>> findingsIn(int documentId) {
        var byLine = new TreeMap<Integer, List<Finding>>();
        nodesIn(documentId).stream().flatMap(n -> n.findings().stream()).forEach(finding ->
                finding.location().ifPresent(l -> byLine.computeIfAbsent(l.line(), _ -> new ArrayList<>())
                        .add(finding)));
        lint.reportProperty().get().of(documentId).stream().flatMap(l -> l.findings().stream()).forEach(finding ->
                finding.location().ifPresent(l -> byLine.computeIfAbsent(l.line(), _ -> new ArrayList<>())
                        .add(finding)));
        byLine.values().forEach(list -> list.sort(Comparator.comparing(Finding::severity)));
        return byLine;
    }

    /** The node of a document and those below it that stand in it, without the documents below. */
    private List<Node> nodesIn(int documentId) {
        var nodes = new ArrayList<Node>();
        live.resolutionProperty().get().node(documentId).ifPresent(node -> collect(node, nodes, true));
        return nodes;
    }

    private static void collect(Node node, List<Node> nodes, boolean first) {
        if (!first && (isHop(node) || documentAt(node).isPresent())) {
            return;
        }
        nodes.add(node);
        node.children().forEach(child -> collect(child, nodes, false));
    }

    private static boolean isAfter(Location location, int line, int column) {
        return location.line() > line || (location.line() == line && location.column() > column);
    }
}
