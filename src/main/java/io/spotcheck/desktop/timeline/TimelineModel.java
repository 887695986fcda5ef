package io.spotcheck.desktop.timeline;

import io.spotcheck.desktop.session.LiveResolution;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.desktop.timeline.Schedule.Placed;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** The schedule of a tab's answer, and which of its breaks is selected. */
public final class TimelineModel {

    private final LiveResolution live;
    private final Selection selection;
    private final ReadOnlyObjectWrapper<Schedule> schedule =
            new ReadOnlyObjectWrapper<>(this, "schedule", Schedule.none());
    private final ReadOnlyObjectWrapper<Optional<Placed>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private final Subscription listening;

    /** A model of this resolution's breaks, in step with this selection. */
    public TimelineModel(LiveResolution live, Selection selection) {
        this.live = live;
        this.selection = selection;
        listening = Subscription.combine(
                live.responseProperty().subscribe(answer -> {
                    schedule.set(answer.map(a -> Schedule.of(a, live.request())).orElse(Schedule.none()));
                    follow();
                }),
                selection.focusProperty().subscribe(_ -> follow()));
    }

    /** The schedule; without marks when the answer has no breaks. */
    public ReadOnlyObjectProperty<Schedule> scheduleProperty() {
        return schedule.getReadOnlyProperty();
    }

    /** The break that the tab's selection is, or is a part of. */
    public ReadOnlyObjectProperty<Optional<Placed>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Selects a break's node. */
    public void select(Placed mark) {
        selection.select(mark.adBreak().nodeId());
    }

    /** Selects the break this many places after the one that is selected, as far as there are any. */
    public void step(int places) {
        List<Placed> marks = schedule.get().marks();
        if (marks.isEmpty()) {
            return;
        }
        int from = current.get().map(marks::indexOf).orElse(places > 0 ? -1 : marks.size());
        select(marks.get(Math.clamp((long) from + places, 0, marks.size() - 1)));
    }

    /** Ends all listening. */
    public void dispose() {
        listening.unsubscribe();
    }

    private void follow() {
        current.set(selection.focus().flatMap(focus ->
                schedule.get().around(focus.nodeId(), live.resolutionProperty().get())));
    }
}
