package io.spotcheck.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.desktop.sample.FakeResolution;
import io.spotcheck.desktop.sample.PaneStage;
import io.spotcheck.desktop.sample.SampleSchedule;
import io.spotcheck.desktop.session.Selection;
import io.spotcheck.desktop.theme.Theme;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class TimelineViewTest {

    private final PaneStage stage = PaneStage.open(400, 200);
    private final FakeResolution live = new FakeResolution();
    private final Selection selection = new Selection();
    private final TimelineModel model = new TimelineModel(live, selection);
    private final TimelineView view = PaneStage.call(() -> new TimelineView(model, new SimpleBooleanProperty(true)));

    @AfterEach
    void close() {
        PaneStage.run(view::dispose);
        stage.close();
    }

    @Test
    void isHiddenUntilThereAreBreaksAndIsWalkedByKeys() {
        stage.show(Theme.LIGHT, () -> (Parent) view.root());
        assertThat(PaneStage.call(() -> view.root().isVisible())).isFalse();
        PaneStage.run(() -> live.finish(SampleSchedule.request(), SampleSchedule.answer()));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(PaneStage.call(() -> view.root().isVisible())).isTrue();

        PaneStage.run(() -> press(KeyCode.RIGHT));
        PaneStage.run(() -> press(KeyCode.RIGHT));
        assertThat(PaneStage.call(() -> ((Label) view.root().lookup("#timeline-words")).getText()))
                .startsWith("mid-roll at 7:30");
        PaneStage.run(() -> press(KeyCode.END));
        assertThat(selection.focus()).map(Selection.Focus::nodeId)
                .contains(SampleSchedule.answer().breaks().getLast().nodeId());
    }

    @Test
    void marksAtOneTimeStandOneAboveTheOther() {
        var bar = PaneStage.call(() -> new TimelineBar(_ -> { }));
        PaneStage.run(() -> bar.show(model(SampleSchedule.answer())));
        assertThat(bar.lanes(400)).containsExactly(0, 0, 0, 1, 2, 0, 0);

        var crowd = new SampleSchedule();
        IntStream.range(0, 200).forEach(i -> crowd.add("x", Duration.ofSeconds(9L * i), "b" + i, false, 1));
        PaneStage.run(() -> bar.show(model(crowd.seal())));
        assertThat(IntStream.of(bar.lanes(400)).boxed()).hasSize(200).allMatch(lane -> lane < TimelineBar.MOST_LANES);
        assertThat(bar.lanes(200 * 20)).containsOnly(0);
        assertThat(bar.isCrowded(400)).isTrue();
        assertThat(bar.isCrowded(200 * 20)).isFalse();
        assertThat(PaneStage.call(() -> bar.prefHeight(400))).as("small marks stand in low lanes")
                .isLessThan(PaneStage.call(() -> bar.prefHeight(1200)));
    }

    private static Schedule model(AdResponse answer) {
        return Schedule.of(answer, Optional.of(SampleSchedule.request()));
    }

    private void press(KeyCode key) {
        Node bar = view.root().lookup("#timeline");
        bar.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
}
