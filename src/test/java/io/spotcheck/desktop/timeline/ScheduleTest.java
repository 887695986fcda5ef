package io.spotcheck.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.desktop.sample.SampleSchedule;
import io.spotcheck.desktop.timeline.Schedule.Part;
import io.spotcheck.desktop.timeline.Schedule.Placed;
import io.spotcheck.desktop.wording.Mark;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private final Schedule schedule = Schedule.of(SampleSchedule.answer(), Optional.of(SampleSchedule.request()));

    @Test
    void putsEveryKindOfOffsetOnTheLine() {
        assertThat(schedule.marks()).extracting(Placed::at)
                .containsExactly(0.0, 0.25, 0.5, 0.5, 0.5, 0.75, 1.0);
        assertThat(schedule.marks()).extracting(Placed::part).containsExactly(Part.PRE_ROLL, Part.MID_ROLL,
                Part.MID_ROLL, Part.MID_ROLL, Part.MID_ROLL, Part.MID_ROLL, Part.POST_ROLL);
        assertThat(schedule.marks()).extracting(Placed::exact)
                .containsExactly(true, true, true, true, true, false, true);
    }

    @Test
    void saysWhatEachBreakCameTo() {
        assertThat(schedule.marks()).extracting(Placed::mark).containsExactly(Mark.OK, Mark.OK, Mark.OK, Mark.ERROR,
                Mark.SKIPPED, Mark.OK, Mark.OK);
        assertThat(schedule.due()).isEqualTo(2);
        assertThat(schedule.failed()).isEqualTo(1);
    }

    @Test
    void withoutALengthTheLineHoldsEveryTimeThatIsKnown() {
        AdResponse answer = new SampleSchedule().add("00:10:00", Duration.ofMinutes(10), "a", false, 1)
                .add("00:20:00", Duration.ofMinutes(20), "b", false, 1).add("25%", null, "c", false, 1)
                .add("end", null, "d", false, 1).seal();
        Schedule unknown = Schedule.of(answer, Optional.empty());

        assertThat(unknown.length()).isEmpty();
        assertThat(unknown.span()).isEqualTo(Duration.ofMinutes(24));
        assertThat(unknown.marks().get(1).at()).isCloseTo(20.0 / 24, within(1e-9));
        assertThat(unknown.marks().get(2).at()).isEqualTo(0.25);
        assertThat(unknown.marks().get(3).at()).isEqualTo(1);
    }

    @Test
    void aBreakAfterTheContentsEndStandsAtTheEndAndSaysSo() {
        AdResponse answer = new SampleSchedule().add("01:00:00", Duration.ofHours(1), "late", false, 1).seal();
        Schedule short30 = Schedule.of(answer, Optional.of(SampleSchedule.request()));

        assertThat(short30.marks().getFirst().at()).isEqualTo(1);
        assertThat(short30.marks().getFirst().exact()).isFalse();
        assertThat(BreakWords.describe(short30.marks().getFirst(), short30)).startsWith("at 1:00:00, after the content’s end");
    }

    @Test
    void anOffsetThatNobodyUnderstandsKeepsItsPlaceInTheOrder() {
        AdResponse answer = new SampleSchedule().add("soon", null, "a", false, 1).add("99999999999%", null, "b", false, 1)
                .seal();

        assertThat(Schedule.of(answer, Optional.empty()).marks()).extracting(Placed::exact).containsOnly(false);
    }

    @Test
    void tellsABreakInWords() {
        assertThat(schedule.marks().stream().map(m -> BreakWords.describe(m, schedule))).containsExactly(
                "pre-roll  ·  “pre”  ·  linear  ·  2 ads  ·  due now",
                "mid-roll at 7:30  ·  “mid-1”  ·  linear  ·  1 ad",
                "mid-roll at 15:00 (50%)  ·  “mid-2”  ·  linear  ·  1 ad  ·  due now",
                "mid-roll at 15:00  ·  “mid-2-overlay”  ·  linear, nonlinear  ·  failed: TIMEOUT. No answer within two seconds.",
                "mid-roll at 15:00 (50%)  ·  “mid-2-late”  ·  linear  ·  passed over",
                "mid-roll at position #3, where the player puts it  ·  “wherever”  ·  linear  ·  1 ad",
                "post-roll  ·  “post”  ·  linear  ·  1 ad");
        assertThat(BreakWords.summary(schedule)).isEqualTo("7 breaks  ·  2 due  ·  1 failed");
    }

    @Test
    void thePlayheadIsPartOfTheLine() {
        assertThat(schedule.playhead()).map(schedule::at).contains(0.5);
        AdRequest beyond = SampleSchedule.request().toBuilder().playheadPosition(Duration.ofHours(2)).build();
        Schedule late = Schedule.of(SampleSchedule.answer(), Optional.of(beyond));
        assertThat(late.playhead()).map(late::at).contains(1.0);
    }

    @Test
    void clocksAreReadAtAGlance() {
        assertThat(BreakWords.clock(Duration.ofMillis(65_500))).isEqualTo("1:05.5");
        assertThat(BreakWords.clock(Duration.ofMinutes(90))).isEqualTo("1:30:00");
    }
}
