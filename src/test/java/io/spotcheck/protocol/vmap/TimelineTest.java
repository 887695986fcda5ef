package io.spotcheck.protocol.vmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.protocol.vmap.document.VmapBreak;
import io.spotcheck.protocol.vmap.document.VmapException;
import io.spotcheck.protocol.vmap.document.VmapReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offsets become times, repetitions end, and one moment is due. */
class TimelineTest {

    private static final AdRequest REQUEST = AdRequest.builder("show", "tester").build();

    /** Breaks by their offsets; what stands behind a slash is the time after which they repeat. */
    private static List<VmapBreak> breaks(String... offsets) {
        String all = Arrays.stream(offsets).map(o -> o.split("/")).map(o -> "<AdBreak timeOffset=\"" + o[0]
                + "\" breakType=\"linear\"" + (o.length > 1 ? " repeatAfter=\"" + o[1] + "\"" : "") + "/>")
                .collect(Collectors.joining());
        try {
            return new VmapReader().read("<VMAP version=\"1.0\">" + all + "</VMAP>").breaks();
        } catch (VmapException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static AdRequest minutes(double playhead, double length) {
        return REQUEST.toBuilder().playheadPosition(Duration.ofSeconds(Math.round(playhead * 60)))
                .contentDuration(Duration.ofSeconds(Math.round(length * 60))).build();
    }

    private static List<String> due(AdRequest request, String... offsets) {
        return Timeline.of(breaks(offsets), request).occurrences().stream().filter(Timeline.Occurrence::due)
                .map(o -> offsets[o.index()]).toList();
    }

    @ParameterizedTest
    @CsvSource({"0,start", "4,start", "5,00:05:00", "10,50%", "19.9,90%", "20,end"})
    void theLatestMomentAtOrBeforeThePlayheadIsDue(double playhead, String expected) {
        assertThat(due(minutes(playhead, 20), "start", "00:05:00", "50%", "90%", "end")).containsExactly(expected);
    }

    @Test
    void allBreaksOfOneMomentAreDueInTheirOrder() {
        assertThat(due(minutes(0, 20), "0%", "start", "00:00:00", "00:00:01"))
                .containsExactly("start", "0%", "00:00:00");
    }

    @Test
    void breaksStandInTheOrderOfTimeAndThoseWithoutATimeBehindTheirNeighbour() {
        var timeline = Timeline.of(breaks("00:10:00", "50%", "start", "end", "00:05:00"), REQUEST);

        assertThat(timeline.occurrences()).extracting(Timeline.Occurrence::index).containsExactly(2, 4, 0, 1, 3);
        assertThat(timeline.occurrences()).allMatch(Timeline.Occurrence::due);
    }

    @Test
    void positionsNeedTheOpportunitiesOfTheContent() {
        assertThat(due(minutes(7, 20), "#1", "#2")).isEmpty();
        assertThat(due(minutes(7, 20).toBuilder().extension("opportunities", List.of(60, 300, 900)).build(),
                "#1", "#2", "#4")).containsExactly("#2");
        assertThat(due(minutes(7, 20).toBuilder().extension("opportunities", "1m, 00:06:30.5").build(),
                "#1", "#2")).containsExactly("#2");
    }

    @Test
    void positionsDoNotCountBesideTimes() {
        var timeline = Timeline.of(breaks("#1", "start"), REQUEST);

        assertThat(timeline.of(0)).singleElement().satisfies(o -> {
            assertThat(o.due()).isFalse();
            assertThat(o.why()).get().asString().contains("§2.3.1");
        });
    }

    @Test
    void repetitionsEndWithTheContent() {
        assertThat(times(REQUEST.toBuilder().contentDuration(Duration.ofMinutes(20)).build(), "00:05:00/00:05:00"))
                .containsExactly(5L, 10L, 15L);
        assertThat(times(REQUEST, "00:05:00/00:05:00")).containsExactly(5L);
        assertThat(times(REQUEST.toBuilder().playheadPosition(Duration.ofMinutes(15)).build(), "00:05:00/00:05:00"))
                .containsExactly(5L, 10L, 15L);
        assertThat(times(REQUEST.toBuilder().contentDuration(Duration.ofMinutes(20)).build(), "50%/00:04:00"))
                .containsExactly(10L, 14L, 18L);
    }

    private static List<Long> times(AdRequest request, String offset) {
        return Timeline.of(breaks(offset), request).occurrences().stream()
                .map(o -> o.moment().orElseThrow().toMinutes()).toList();
    }

    @Test
    void repetitionsHaveALimit() {
        var timeline = Timeline.of(breaks("start/00:00:00.001"), minutes(0, 600));

        assertThat(timeline.isCut()).isTrue();
        assertThat(timeline.occurrences()).hasSize(Timeline.MOST_OCCURRENCES);
    }

    @Test
    void aBreakBehindTheEndNeverComes() {
        assertThat(due(minutes(20, 20), "00:25:00", "start")).containsExactly("start");
        assertThat(Timeline.of(breaks("00:25:00"), REQUEST.toBuilder().contentDuration(Duration.ofMinutes(20)).build())
                .occurrences()).noneMatch(Timeline.Occurrence::due);
    }
}
