package io.spotcheck.desktop.findings;

import io.spotcheck.desktop.session.LiveLint;
import io.spotcheck.desktop.session.LiveResolution;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.desktop.session.Selection.Focus;
import io.spotcheck.lint.Fix;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.Resolution;
import io.spotcheck.resolution.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.util.Subscription;

/** All findings of a resolution, filtered by severity, and which of them is selected. */
public final class FindingsModel {

    private final LiveResolution live;
    private final Selection selection;
    private final LiveLint lint;
    private final Mender mender;
    private final ObservableList<Row> all = FXCollections.observableArrayList();
    private final FilteredList<Row> shown = new FilteredList<>(all);
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final BooleanProperty grouped = new SimpleBooleanProperty(this, "grouped", false);
    private Map<Row, Fix> fixes = Map.of();
    private final Set<String> open = new HashSet<>();
    private final Set<Severity> severities = EnumSet.allOf(Severity.class);
    private final Set<Origin> origins = EnumSet.allOf(Origin.class);
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private final ReadOnlyObjectWrapper<Optional<Severity>> worst =
            new ReadOnlyObjectWrapper<>(this, "worst", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Row>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private final Subscription subscriptions;

    /** Whoever mends documents. */
    public interface Mender {

        /** Mends these things in the documents of these nodes. */
        void mend(Map<Integer, List<Fix>> fixes);
    }

    /** A line of the list. */
    public sealed interface Line permits Row, Group {
    }

    /**
     * The findings of one rule.
     *
     * @param rule     the rule
     * @param severity the worst of them
     * @param rows     the findings that are shown, at least one
     * @param open     whether they are listed below it
     */
    public record Group(String rule, Severity severity, List<Row> rows, boolean open) implements Line {

        /** Copies the list. */
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /** Who found something. */
    public enum Origin {
        /** Whoever resolved the tag, on the way. */
        RESOLUTION,
        /** The lint of a document. */
        LINT
    }

    /**
     * A finding with the node on which it was made.
     *
     * @param nodeId the node
     * @param node   the node's label
     * @param order  its place in the order of the tree, from 0
     * @param finding what was found
     * @param origin  who found it
     */
    public record Row(int nodeId, String node, int order, Finding finding, Origin origin) implements Line {
    }

    /** The findings of this resolution and of its documents' lint, in step with this selection. */
    public FindingsModel(LiveResolution live, LiveLint lint, Selection selection, Mender mender) {
        this.live = live;
        this.lint = lint;
        this.selection = selection;
        this.mender = mender;
        subscriptions = Subscription.combine(
                live.resolutionProperty().subscribe(_ -> collect()),
                lint.reportProperty().subscribe(_ -> collect()),
                grouped.subscribe((_, _) -> arrange()),
                selection.focusProperty().subscribe(_ -> follow()));
    }

    /** The findings of the severities that are shown, in the order of the tree. Read only. */
    public ObservableList<Row> rows() {
        return shown;
    }

    /** The same as the list has it: grouped by rule or not. Read only. */
    public ObservableList<Line> lines() {
        return lines;
    }

    /** Whether the findings of a rule stand together. */
    public BooleanProperty groupedProperty() {
        return grouped;
    }

    /** Lists the findings of a group below it, or no longer. */
    public void open(Group group, boolean opens) {
        if (opens ? open.add(group.rule()) : open.remove(group.rule())) {
            arrange();
        }
    }

    /** How many findings there are, whatever is shown. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** The worst severity there is, whatever is shown. */
    public ReadOnlyObjectProperty<Optional<Severity>> worstProperty() {
        return worst.getReadOnlyProperty();
    }

    /** The finding that the selection points to. */
    public ReadOnlyObjectProperty<Optional<Row>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** How many findings of a severity there are. */
    public int count(Severity severity) {
        return (int) all.stream().filter(r -> r.finding().severity() == severity).count();
    }

    /** How many findings somebody made. */
    public int count(Origin origin) {
        return (int) all.stream().filter(r -> r.origin() == origin).count();
    }

    /** Why the lint did not heed the team's settings, in one sentence. */
    public Optional<String> lintProblem() {
        return lint.reportProperty().get().problem();
    }

    /** Shows or hides the findings of a severity. */
    public void show(Severity severity, boolean shows) {
        if (shows ? severities.add(severity) : severities.remove(severity)) {
            filter();
        }
    }

    /** Shows or hides the findings of the resolution or of the lint. */
    public void show(Origin origin, boolean shows) {
        if (shows ? origins.add(origin) : origins.remove(origin)) {
            filter();
        }
    }

    private void filter() {
        Set<Severity> serious = Set.copyOf(severities);
        Set<Origin> by = Set.copyOf(origins);
        shown.setPredicate(row -> serious.contains(row.finding().severity()) && by.contains(row.origin()));
        arrange();
    }

    private void arrange() {
        List<Line> now = grouped.get() ? groups() : List.copyOf(shown);
        if (!now.equals(lines)) {
            lines.setAll(now);
        }
    }

    /** The worst rule first, of equally bad ones the first that was broken. */
    private List<Line> groups() {
        var byRule = new LinkedHashMap<String, List<Row>>();
        shown.forEach(row -> byRule.computeIfAbsent(row.finding().rule(), _ -> new ArrayList<>()).add(row));
        return byRule.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue().stream()
                        .map(r -> r.finding().severity()).min(Severity::compareTo).orElseThrow(), e.getValue(),
                        open.contains(e.getKey())))
                .sorted(Comparator.comparing(Group::severity))
                .flatMap(group -> group.open() ? Stream.concat(Stream.of((Line) group), group.rows().stream())
                        : Stream.of((Line) group)).toList();
    }

    /** Whether anything was resolved, so that no finding means that nothing was wrong. */
    public ObservableValue<Boolean> hasResolution() {
        return live.phaseProperty().map(phase -> phase != LiveResolution.Phase.IDLE);
    }

    /** Selects a finding's node and place. */
    public void select(Row row) {
        row.finding().location().ifPresentOrElse(
                place -> selection.select(row.nodeId(), place), () -> selection.select(row.nodeId()));
    }

    /** How the lint mends a finding. */
    public Optional<Fix> fixOf(Row row) {
        return Optional.ofNullable(fixes.get(row));
    }

    /** Whether the lint can mend anything. */
    public boolean hasFixes() {
        return !fixes.isEmpty();
    }

    /** How much of this the lint can mend. */
    public int fixable(Line line) {
        return (int) rowsOf(line).stream().filter(row -> fixOf(row).isPresent()).count();
    }

    /** Mends what was found, where the lint can. */
    public void fix(Line line) {
        var byDocument = new LinkedHashMap<Integer, List<Fix>>();
        rowsOf(line).forEach(row -> fixOf(row).ifPresent(fix ->
                byDocument.computeIfAbsent(row.nodeId(), _ -> new ArrayList<>()).add(fix)));
        if (!byDocument.isEmpty()) {
            mender.mend(byDocument);
        }
    }

    /** Everything that is shown of a finding's rule. */
    public Group ruleOf(Row row) {
        return new Group(row.finding().rule(), row.finding().severity(), shown.stream()
                .filter(r -> r.finding().rule().equals(row.finding().rule())).toList(), false);
    }

    /** These lines as text, a finding each: what a person pastes into a mail or a ticket. */
    public String text(List<? extends Line> chosen) {
        return chosen.stream().flatMap(line -> rowsOf(line).stream()).distinct().map(FindingText::of)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static List<Row> rowsOf(Line line) {
        return switch (line) {
            case Row row -> List.of(row);
            case Group group -> group.rows();
        };
    }

    /** Stops to follow. */
    public void dispose() {
        subscriptions.unsubscribe();
    }

    private void collect() {
        List<Row> found = rowsOf(live.resolutionProperty().get(), lint.reportProperty().get());
        fixes = fixesOf(found, lint.reportProperty().get());
        // While the tree grows most pulses bring no finding: the table then keeps its rows and its place.
        if (!found.equals(all)) {
            all.setAll(found);
            arrange();
            count.set(found.size());
            worst.set(found.stream().map(r -> r.finding().severity()).min(Severity::compareTo));
        }
        follow();
    }

    private static List<Row> rowsOf(Resolution resolution, LiveLint.Report lint) {
        var rows = new ArrayList<Row>();
        for (Node node : resolution.nodes().toList()) {
            for (Finding finding : node.findings()) {
                rows.add(new Row(node.id(), node.label(), rows.size(), finding, Origin.RESOLUTION));
            }
            lint.of(node.id()).ifPresent(linted -> linted.findings().forEach(finding ->
                    rows.add(new Row(node.id(), node.label(), rows.size(), finding, Origin.LINT))));
        }
        return List.copyOf(rows);
    }

    private static Map<Row, Fix> fixesOf(List<Row> rows, LiveLint.Report lint) {
        var byDocument = new HashMap<Integer, Map<Finding, Fix>>();
        lint.documents().forEach((id, linted) -> {
            var ofDocument = byDocument.computeIfAbsent(id, _ -> new HashMap<>());
            linted.fixes().forEach(fix -> ofDocument.putIfAbsent(fix.finding(), fix));
        });
        var found = new HashMap<Row, Fix>();
        rows.stream().filter(row -> row.origin() == Origin.LINT).forEach(row -> {
            Fix fix = byDocument.getOrDefault(row.nodeId(), Map.of()).get(row.finding());
            if (fix != null) {
                found.put(row, fix);
            }
        });
        return found;
    }

    private void follow() {
        current.set(selection.focus().flatMap(focus -> all.stream().filter(row -> isAt(row, focus)).findFirst()));
    }

    private static boolean isAt(Row row, Focus focus) {
        return row.nodeId() == focus.nodeId() && (focus.location().isEmpty()
                || row.finding().location().filter(l -> l.line() == focus.location().get().line()).isPresent());
    }
}
