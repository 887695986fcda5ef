package io.spotcheck.desktop.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.desktop.preview.PlaybackTracker.Earned;
import io.spotcheck.desktop.preview.PlaybackTracker.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaybackTrackerTest {

    private final List<Earned> earned = new ArrayList<>();

    @Test
    void aWholePlaybackEarnsTheSequenceOnceAndInOrder() {
        PlaybackTracker tracker = playing(plan(), 20);
        playFrom(tracker, 0, 20);
        tracker.end();

        assertThat(events()).containsExactly("impression", "start", "firstQuartile", "midpoint", "thirdQuartile",
                "complete");
    }

    @Test
    void nothingIsEarnedBeforeTheFirstFrame() {
        PlaybackTracker tracker = playing(plan(), 20);
        tracker.mute(true);
        tracker.pause();
        tracker.resume();

        assertThat(earned).isEmpty();
    }

    @Test
    void aQuartileIsNotAheadOfThePlayhead() {
        PlaybackTracker tracker = playing(plan(), 20);
        playFrom(tracker, 0, 4.9);
        assertThat(events()).doesNotContain("firstQuartile");
        tracker.playhead(seconds(5));
        assertThat(events()).containsOnlyOnce("firstQuartile");
        assertThat(earned.getLast().playhead()).isEqualTo(seconds(5));
    }

    @Test
    void whatASeekLeapsOverIsNotClaimed() {
        PlaybackTracker tracker = playing(plan(), 20);
        playFrom(tracker, 0, 2);
        tracker.seek(seconds(16));
        playFrom(tracker, 16, 20);
        tracker.end();

        assertThat(events()).containsExactly("impression", "start");
    }

    @Test
    void playingTheGapAfterwardsEarnsWhatWasLeaptOver() {
        PlaybackTracker tracker = playing(plan(), 20);
        playFrom(tracker, 0, 2);
        tracker.seek(seconds(12));
        playFrom(tracker, 12, 18);
        tracker.seek(seconds(2));
        playFrom(tracker, 2, 12);
        assertThat(events()).endsWith("firstQuartile", "midpoint");
        playFrom(tracker, 12, 20);
        tracker.end();

        assertThat(events()).endsWith("firstQuartile", "midpoint", "thirdQuartile", "complete");
    }

    @Test
    void aSeekBackwardsEarnsNothingAheadOfThePlayheadAndNothingTwice() {
        PlaybackTracker tracker = playing(plan(), 20);
        playFrom(tracker, 0, 11);
        List<String> before = events();
        tracker.seek(seconds(1));
        playFrom(tracker, 1, 11);
        assertThat(events()).isEqualTo(before);
        playFrom(tracker, 11, 15);
        assertThat(events()).endsWith("midpoint", "thirdQuartile");
    }

    @Test
    void reportsOfTheTimeBeforeASeekDoNotCountAsPlayed() {
        PlaybackTracker tracker = playing(plan(), 20);
        playFrom(tracker, 0, 2);
        tracker.seek(seconds(15.5));
        // A media player reports once or twice from where it was before it arrives.
        tracker.playhead(seconds(2.1));
        tracker.playhead(seconds(2.2));
        playFrom(tracker, 15.5, 16);

        assertThat(events()).containsExactly("impression", "start");
    }

    @Test
    void aSeekThatLandsElsewhereDoesNotStopTheTracking() {
        PlaybackTracker tracker = playing(plan(), 20);
        playFrom(tracker, 0, 4);
        tracker.seek(seconds(3));
        // The file has its next key frame at 3.9 s.
        playFrom(tracker, 3.9, 10);

        assertThat(events()).containsExactly("impression", "start", "firstQuartile", "midpoint");
    }

    @Test
    void aPlayerThatReportsRarelyStillEarnsAllInOrder() {
        PlaybackTracker tracker = playing(plan("progress"), 20);
        tracker.playhead(seconds(0.1));
        tracker.playhead(seconds(16));

        assertThat(events()).containsExactly("impression", "start", "progress", "firstQuartile", "midpoint",
                "thirdQuartile");
    }

    @Test
    void pauseAndMuteAreTrackedEachTimeTheViewerDoesThem() {
        PlaybackTracker tracker = playing(plan(), 20);
        playFrom(tracker, 0, 1);
        tracker.pause();
        tracker.pause();
        tracker.resume();
        tracker.pause();
        tracker.resume();
        tracker.mute(true);
        tracker.mute(true);
        tracker.mute(false);

        assertThat(events()).containsExactly("impression", "start", "pause", "resume", "pause", "resume", "mute",
                "unmute");
    }

    @Test
    void progressIsEarnedAtItsOffsetsAndWithThem() {
        PlaybackTracker tracker = playing(new Plan(Set.of("progress"), Optional.empty(),
                List.of("00:00:03", "10%", "00:05:00")), 20);
        playFrom(tracker, 0, 20);
        tracker.end();

        assertThat(earned).filteredOn(e -> e.event().equals("progress"))
                .extracting(e -> e.offset().orElseThrow()).containsExactly("10%", "00:00:03");
    }

    @Test
    void skipCountsDownAndIsTrackedOnce() {
        PlaybackTracker tracker = playing(new Plan(Set.of("skip"), Optional.of("25%"), List.of()), 20);
        assertThat(tracker.skippableFrom()).contains(seconds(5));
        playFrom(tracker, 0, 4.9);
        tracker.skip();
        assertThat(events()).doesNotContain("skip");
        tracker.playhead(seconds(5));
        assertThat(tracker.canSkip()).isTrue();
        tracker.skip();
        tracker.skip();
        playFrom(tracker, 5, 20);
        tracker.end();

        assertThat(events()).containsExactly("impression", "start", "firstQuartile", "skip");
        assertThat(tracker.isOver()).isTrue();
    }

    @Test
    void anAdWithoutAnOffsetCannotBeSkipped() {
        PlaybackTracker tracker = playing(plan(), 20);
        playFrom(tracker, 0, 10);
        tracker.skip();

        assertThat(tracker.skippableFrom()).isEmpty();
        assertThat(events()).doesNotContain("skip");
    }

    @Test
    void closeLinearIsTrackedWhenTheViewerClosesAndTheAdDeclaresIt() {
        PlaybackTracker declared = playing(plan("closeLinear"), 20);
        playFrom(declared, 0, 3);
        declared.close();
        declared.close();
        assertThat(events()).containsExactly("impression", "start", "closeLinear");

        earned.clear();
        PlaybackTracker played = playing(plan("closeLinear"), 20);
        playFrom(played, 0, 20);
        played.end();
        played.close();
        assertThat(events()).doesNotContain("closeLinear");
    }

    @Test
    void eventsThatFewAdsDeclareAreNotMissedWhenTheyDoNot() {
        PlaybackTracker tracker = playing(plan(), 20);
        playFrom(tracker, 0, 6);
        tracker.seek(seconds(1));
        assertThat(events()).doesNotContain("loaded", "creativeView", "rewind");

        earned.clear();
        PlaybackTracker declaring = playing(plan("loaded", "creativeView", "rewind"), 20);
        playFrom(declaring, 0, 2);
        declaring.seek(seconds(1));
        assertThat(events()).containsExactly("loaded", "impression", "creativeView", "start", "rewind");
    }

    @Test
    void aFailureIsTrackedOnceWithItsCodeAndEndsThePlayback() {
        PlaybackTracker tracker = playing(plan(), 20);
        tracker.fail(401);
        tracker.fail(405);
        tracker.playhead(seconds(1));

        assertThat(earned).extracting(Earned::event).containsExactly("error");
        assertThat(earned.getFirst().errorCode()).isEqualTo(OptionalInt.of(401));
    }

    @Test
    void aMediaOfUnknownLengthEarnsNoQuartilesButIsCompletedByItsEnd() {
        var tracker = new PlaybackTracker(plan(), earned::add);
        tracker.ready(Optional.empty());
        playFrom(tracker, 0, 30);
        tracker.end();

        assertThat(events()).containsExactly("impression", "start", "complete");
    }

    private PlaybackTracker playing(Plan plan, int length) {
        var tracker = new PlaybackTracker(plan, earned::add);
        tracker.ready(Optional.of(Duration.ofSeconds(length)));
        return tracker;
    }

    private static Plan plan(String... optional) {
        return new Plan(Set.of(optional), Optional.empty(), Set.of(optional).contains("progress")
                ? List.of("00:00:02") : List.of());
    }

    private static void playFrom(PlaybackTracker tracker, double from, double to) {
        for (double at = from; at < to; at += 0.1) {
            tracker.playhead(seconds(Math.round(at * 10) / 10.0));
        }
        tracker.playhead(seconds(to));
    }

    private static Duration seconds(double count) {
        return Duration.ofMillis(Math.round(count * 1000));
    }

    private List<String> events() {
        return earned.stream().map(Earned::event).toList();
    }
}
