package io.spotcheck.desktop.tracking;

import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.desktop.session.Beacons;
import io.spotcheck.desktop.session.Beacons.Entry;
import io.spotcheck.desktop.session.LiveResolution;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.desktop.session.Selection.Focus;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.Resolution;
import io.spotcheck.tracking.TrackingEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.util.Subscription;

/** What an answer declares, what was tracked of it, and which beacon is selected. */
public final class TrackingLogModel {

    private final Beacons beacons;
    private final LiveResolution live;
    private final Selection selection;
    private final FilteredList<Entry> lines;
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyObjectWrapper<List<Declared>> declared =
            new ReadOnlyObjectWrapper<>(this, "declared", List.of());
    private final Subscription subscriptions;

    /** A model of these beacons. */
    public TrackingLogModel(Beacons beacons, LiveResolution live, Selection selection) {
        this.beacons = beacons;
        this.live = live;
        this.selection = selection;
        lines = new FilteredList<>(beacons.log());
        subscriptions = Subscription.combine(
                live.responseProperty().subscribe(answer ->
                        declared.set(answer.map(Declared::of).orElse(List.of()))),
                filter.subscribe(wanted -> lines.setPredicate(entry -> matches(entry, wanted))));
    }

    /** What the answer declares, in the order of a playback; empty while there is no answer. */
    public ReadOnlyObjectProperty<List<Declared>> declaredProperty() {
        return declared.getReadOnlyProperty();
    }

    /** The lines of the log that the filter lets through, the oldest first. Read only. */
    public ObservableList<Entry> lines() {
        return lines;
    }

    /** How many lines there are, whatever the filter says. */
    public int lineCount() {
        return beacons.log().size();
    }

    /** Words that a line must have in its event, its URL or its outcome; all lines when blank. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** Whether tracking sends beacons, rather than only writing them down. */
    public ReadOnlyBooleanProperty firingProperty() {
        return beacons.firingProperty();
    }

    /** What is selected in the tab. */
    public ReadOnlyObjectProperty<Optional<Focus>> focusProperty() {
        return selection.focusProperty();
    }

    /** Tracks an event in the mode that is chosen. */
    public void track(Declared event) {
        beacons.track(event.event(), event.adIndex(), MacroValues.none());
    }

    /** Empties the log. */
    public void clear() {
        beacons.clear();
    }

    /** Selects the place that declares a beacon. */
    public void select(TrackingUrl beacon) {
        beacon.location().ifPresentOrElse(
                place -> selection.select(beacon.nodeId(), place), () -> selection.select(beacon.nodeId()));
    }

    /**
     * The beacons that the selection points to. Where none stands on the selected line or node itself, they are those
     * within it, such as those of a break's ads, else those of what it is a part of.
     */
    public List<TrackingUrl> pointedTo() {
        List<TrackingUrl> all = declared.get().stream().flatMap(event -> event.beacons().stream()).toList();
        List<TrackingUrl> exact = all.stream().filter(this::isSelected).toList();
        return exact.isEmpty() ? selection.focus().map(focus -> near(focus.nodeId(), all)).orElse(List.of()) : exact;
    }

    private List<TrackingUrl> near(int nodeId, List<TrackingUrl> all) {
        Resolution now = live.resolutionProperty().get();
        Set<Integer> within = now.node(nodeId).map(node -> node.walk().map(Node::id).collect(Collectors.toSet()))
                .orElse(Set.of());
        List<TrackingUrl> inside = all.stream().filter(beacon -> within.contains(beacon.nodeId())).toList();
        if (!inside.isEmpty()) {
            return inside;
        }
        return now.pathTo(nodeId).reversed().stream()
                .map(above -> all.stream().filter(beacon -> beacon.nodeId() == above.id()).toList())
                .filter(of -> !of.isEmpty()).findFirst().orElse(List.of());
    }

    /** Whether the selection points to a beacon itself: to its node, and to its line when a line is selected. */
    public boolean isSelected(TrackingUrl beacon) {
        return selection.focus().filter(focus -> focus.nodeId() == beacon.nodeId()
                && (focus.location().isEmpty() || beacon.location()
                .filter(place -> place.line() == focus.location().get().line()).isPresent())).isPresent();
    }

    /** Stops to follow. */
    public void dispose() {
        subscriptions.unsubscribe();
    }

    private static boolean matches(Entry entry, String wanted) {
        String line = (entry.event() + " " + entry.tracked().map(TrackingLogModel::words).orElse("not declared"))
                .toLowerCase(Locale.ROOT);
        return List.of(wanted.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream().allMatch(line::contains);
    }

    private static String words(TrackingEvent event) {
        return event.url() + " " + event.outcome() + " "
                + (event.status().isPresent() ? event.status().getAsInt() : "");
    }
}
