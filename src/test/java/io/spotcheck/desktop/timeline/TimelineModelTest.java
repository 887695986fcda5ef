package io.spotcheck.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.desktop.sample.FakeResolution;
import io.spotcheck.desktop.sample.SampleSchedule;
import io.spotcheck.desktop.sample.SampleTab;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.resolution.NodeKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineModelTest {

    private final FakeResolution live = new FakeResolution();
    private final Selection selection = new Selection();
    private final TimelineModel model = new TimelineModel(live, selection);
    private final AdResponse answer = SampleSchedule.answer();

    @Test
    void selectingABreakSelectsItsNodeAndTheOtherWayRound() {
        live.finish(SampleSchedule.request(), answer);
        model.select(model.scheduleProperty().get().marks().get(2));
        assertThat(selection.focus()).map(Selection.Focus::nodeId).contains(answer.breaks().get(2).nodeId());

        int ad = answer.resolution().nodes().filter(n -> n.kind() == NodeKind.AD).findFirst().orElseThrow().id();
        selection.select(ad);
        assertThat(model.currentProperty().get()).contains(model.scheduleProperty().get().marks().getFirst());
        selection.select(0);
        assertThat(model.currentProperty().get()).isEmpty();
    }

    @Test
    void stepsThroughTheBreaksAndStopsAtTheLast() {
        live.finish(SampleSchedule.request(), answer);
        List<Schedule.Placed> marks = model.scheduleProperty().get().marks();
        model.step(1);
        assertThat(model.currentProperty().get()).contains(marks.getFirst());
        model.step(1);
        assertThat(model.currentProperty().get()).contains(marks.get(1));
        model.step(-7);
        assertThat(model.currentProperty().get()).contains(marks.getFirst());
        model.step(100);
        assertThat(model.currentProperty().get()).contains(marks.getLast());
    }

    @Test
    void hasNothingToShowForAnAnswerWithoutBreaks() {
        live.finish(SampleSchedule.request(), answer);
        live.finish(SampleTab.finished().answer());

        assertThat(model.scheduleProperty().get().marks()).isEmpty();
        model.step(1);
        assertThat(selection.focus()).isEmpty();
    }
}
