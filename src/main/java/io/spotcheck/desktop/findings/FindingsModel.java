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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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

        /** Mends one thing in the document of this node. */
        void mend(int documentId, Fix fix);
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
    public record Row(int nodeId, String node, int order, Finding finding, Origin origin) {
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
                selection.focusProperty().subscribe(_ -> follow()));
    }

    /** The findings of the severities that are shown, in the order of the tree. Read only. */
    public ObservableList<Row> rows() {
        return shown;
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
        return lint.reportProperty().get().of(row.nodeId()).filter(_ -> row.origin() == Origin.LINT)
                .flatMap(linted -> linted.fixOf(row.finding()));
    }

    /** Whether the lint can mend anything. */
    public boolean hasFixes() {
        return all.stream().anyMatch(row -> fixOf(row).isPresent());
    }

    /** Mends what was found, where the lint can. */
    public void fix(Row row) {
        fixOf(row).ifPresent(fix -> mender.mend(row.nodeId(), fix));
    }

    /** Stops to follow. */
    public void dispose() {
        subscriptions.unsubscribe();
    }

    private void collect() {
        List<Row> found = rowsOf(live.resolutionProperty().get(), lint.reportProperty().get());
        // While the tree grows most pulses bring no finding: the table then keeps its rows and its place.
        if (!found.equals(all)) {
            all.setAll(found);
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

    private void follow() {
        current.set(selection.focus().flatMap(focus -> all.stream().filter(row -> isAt(row, focus)).findFirst()));
    }

    private static boolean isAt(Row row, Focus focus) {
        return row.nodeId() == focus.nodeId() && (focus.location().isEmpty()
                || row.finding().location().filter(l -> l.line() == focus.location().get().line()).isPresent());
    }
}
