package io.spotcheck.desktop.preview;

import io.spotcheck.protocol.vast.document.VastTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Tells which events one playback of a linear creative has earned, from what its player reports and its viewer does
 * (VAST 4.3 §3.14.1). The rules are in the package's description. Not safe for use by several threads.
 */
final class PlaybackTracker {

    private static final Map<String, Double> QUARTILES =
            Map.of("firstQuartile", 0.25, "midpoint", 0.5, "thirdQuartile", 0.75);
    /** Events that are tracked only where the ad declares them: the others are missed when they are not declared. */
    private static final Set<String> OPTIONAL = Set.of("loaded", "creativeView", "rewind", "closeLinear", "progress");
    /** A player's last report can be this much before the end, and two reports around a seek this much inexact. */
    private static final Duration INEXACT = Duration.ofMillis(400);
    /** How many reports after a seek can still tell of the time before it. */
    private static final int LATE_REPORTS = 5;

    private final Plan plan;
    private final Consumer<Earned> sink;
    private final Set<String> once = new HashSet<>();
    private final TreeMap<Duration, Duration> played = new TreeMap<>();
    private List<Milestone> milestones = List.of();
    private Optional<Duration> length = Optional.empty();
    private Optional<Seek> seek = Optional.empty();
    private Duration playhead = Duration.ZERO;
    private boolean started;
    private boolean paused;
    private boolean muted;
    private boolean over;

    /**
     * What the ad declares.
     *
     * @param events          the events for which there are beacons
     * @param skipOffset      when it can be skipped, as declared
     * @param progressOffsets the offsets of its progress events, as declared
     */
    record Plan(Set<String> events, Optional<String> skipOffset, List<String> progressOffsets) {

        /** Copies the collections. */
        Plan {
            events = Set.copyOf(events);
            progressOffsets = List.copyOf(progressOffsets);
        }
    }

    /**
     * An event that was earned.
     *
     * @param event     its name
     * @param playhead  where the playback was
     * @param offset    the offset as declared, for {@code progress}
     * @param errorCode the error's code, for {@code error}
     */
    record Earned(String event, Duration playhead, Optional<String> offset, OptionalInt errorCode) {
    }

    private record Milestone(String event, Duration at, Optional<String> offset) {
    }

    private static final class Seek {
        private final Duration from;
        private final Duration to;
        private int late;

        Seek(Duration from, Duration to) {
            this.from = from;
            this.to = to;
        }
    }

    /** A playback about to begin, whose events go to this sink. */
    PlaybackTracker(Plan plan, Consumer<Earned> sink) {
        this.plan = plan;
        this.sink = sink;
    }

    /** The media file is loaded and this long; empty when it does not say. */
    void ready(Optional<Duration> mediaLength) {
        length = mediaLength;
        var all = new ArrayList<Milestone>();
        mediaLength.ifPresent(whole -> QUARTILES.forEach((event, share) -> all.add(new Milestone(event,
                Duration.ofNanos((long) (whole.toNanos() * share)), Optional.empty()))));
        plan.progressOffsets().forEach(offset -> VastTime.offset(offset, mediaLength)
                .ifPresent(at -> all.add(new Milestone("progress", at, Optional.of(offset)))));
        all.sort(Comparator.comparing(Milestone::at));
        milestones = List.copyOf(all);
        trackOnce("loaded");
    }

    /** The playback is here now. The first report is the first frame. */
    void playhead(Duration at) {
        if (over) {
            return;
        }
        if (!started) {
            started = true;
            trackOnce("impression");
            trackOnce("creativeView");
            trackOnce("start");
        }
        if (seek.isPresent() && isLate(seek.get(), at)) {
            return;
        }
        // Only an unbroken step forward was watched; a seek, or a step back, merely moves the playhead.
        if (seek.isEmpty() && at.compareTo(playhead) > 0) {
            watch(playhead, at);
        }
        seek = Optional.empty();
        playhead = at;
        trackMilestones();
    }

    /** The viewer moved the playhead. */
    void seek(Duration to) {
        if (over) {
            return;
        }
        if (started && to.compareTo(playhead) < 0) {
            track("rewind");
        }
        seek = Optional.of(new Seek(playhead, to));
    }

    /** The viewer paused. */
    void pause() {
        if (started && !over && !paused) {
            paused = true;
            track("pause");
        }
    }

    /** The viewer went on. */
    void resume() {
        if (started && !over && paused) {
            paused = false;
            track("resume");
        }
    }

    /** The viewer switched the sound off or on. */
    void mute(boolean mutes) {
        if (muted != mutes) {
            muted = mutes;
            if (started && !over) {
                track(mutes ? "mute" : "unmute");
            }
        }
    }

    /** The moment from which the viewer can skip; empty when the ad cannot be skipped. */
    Optional<Duration> skippableFrom() {
        return plan.skipOffset().flatMap(offset -> VastTime.offset(offset, length));
    }

    /** Whether the viewer can skip now. */
    boolean canSkip() {
        return started && !over && skippableFrom().filter(at -> playhead.compareTo(at) >= 0).isPresent();
    }

    /** The viewer skipped; does nothing while the ad cannot be skipped. */
    void skip() {
        if (canSkip()) {
            trackOnce("skip");
            over = true;
        }
    }

    /** The viewer closed the ad before its end. */
    void close() {
        if (started && !over) {
            trackOnce("closeLinear");
        }
        over = true;
    }

    /** The player came to the end of the media. */
    void end() {
        if (over) {
            return;
        }
        length.ifPresent(whole -> {
            if (seek.isEmpty()) {
                watch(playhead, whole);
            }
            playhead = whole;
            trackMilestones();
        });
        if (started && length.map(whole -> watchedFromStart().plus(INEXACT).compareTo(whole) >= 0).orElse(true)) {
            trackOnce("complete");
        }
        over = true;
    }

    /** The player failed, with this VAST error code. */
    void fail(int code) {
        if (!over) {
            over = true;
            if (once.add("error")) {
                sink.accept(new Earned("error", playhead, Optional.empty(), OptionalInt.of(code)));
            }
        }
    }

    /** The player gave up for a reason that is not the ad's: nothing is earned any more, and nothing is told. */
    void abandon() {
        over = true;
    }

    /** Whether nothing can be earned any more. */
    boolean isOver() {
        return over;
    }

    private static boolean isLate(Seek seek, Duration at) {
        boolean forward = seek.to.compareTo(seek.from) > 0;
        boolean before = forward ? at.minus(seek.from).abs().compareTo(at.minus(seek.to).abs()) < 0
                : at.compareTo(seek.from) >= 0;
        return before && seek.late++ < LATE_REPORTS;
    }

    private void watch(Duration from, Duration to) {
        Duration start = from;
        Duration end = to;
        var before = played.floorEntry(start);
        if (before != null && before.getValue().compareTo(start) >= 0) {
            start = before.getKey();
            end = max(end, before.getValue());
        }
        for (var next = played.ceilingEntry(start); next != null && next.getKey().compareTo(end) <= 0;
                next = played.ceilingEntry(start)) {
            end = max(end, next.getValue());
            played.remove(next.getKey());
        }
        played.put(start, end);
    }

    private Duration watchedFromStart() {
        var first = played.firstEntry();
        // The first frame can come a moment after zero, and a seek to zero can land a moment after it.
        return first == null || first.getKey().compareTo(INEXACT) > 0 ? Duration.ZERO : first.getValue();
    }

    private void trackMilestones() {
        Duration watched = watchedFromStart();
        for (Milestone milestone : milestones) {
            if (milestone.at().compareTo(watched) <= 0 && milestone.at().compareTo(playhead) <= 0
                    && once.add(milestone.event() + milestone.offset().orElse(""))) {
                emit(new Earned(milestone.event(), playhead, milestone.offset(), OptionalInt.empty()));
            }
        }
    }

    private void trackOnce(String event) {
        if (once.add(event)) {
            track(event);
        }
    }

    private void track(String event) {
        emit(new Earned(event, playhead, Optional.empty(), OptionalInt.empty()));
    }

    private void emit(Earned earned) {
        if (plan.events().contains(earned.event()) || !OPTIONAL.contains(earned.event())) {
            sink.accept(earned);
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
