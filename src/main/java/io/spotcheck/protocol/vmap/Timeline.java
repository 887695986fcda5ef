package io.spotcheck.protocol.vmap;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.Timecode;
import io.spotcheck.protocol.vmap.document.TimeOffset;
import io.spotcheck.protocol.vmap.document.VmapBreak;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When the breaks of a schedule come, for one request: offsets turned into times, repetitions as far as the content
 * goes, and what is due. Due is what a player shows on arriving at the playhead: the breaks of the latest moment that
 * does not lie behind it. Without a playhead every break is due that can come at all.
 */
final class Timeline {

    /** How often the breaks of one schedule may come altogether. */
    static final int MOST_OCCURRENCES = 1000;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final Duration BEFORE_ALL = Duration.ofSeconds(-1);
    private static final Duration AFTER_ALL = Duration.ofSeconds(Long.MAX_VALUE);

    private final Optional<Duration> length;
    private final Optional<Duration> playhead;
    private final List<Duration> opportunities;
    private final boolean timed;
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<List<Occurrence>> ofEach = new ArrayList<>();
    private boolean cut;

    /**
     * One coming of a break.
     *
     * @param index  the number of the break in its schedule, from 0
     * @param first  whether it is not a repetition
     * @param moment when, from the content's start, when that can be said
     * @param due    whether it is due
     * @param why    why it is due or not, in one sentence; empty when nothing need be said
     */
    record Occurrence(int index, boolean first, Optional<Duration> moment, boolean due, Optional<String> why) {
    }

    private Timeline(List<VmapBreak> breaks, AdRequest request) {
        length = request.contentDuration();
        playhead = request.playheadPosition();
        opportunities = Opportunities.of(request);
        timed = breaks.stream().flatMap(b -> b.offset().stream())
                .anyMatch(offset -> !(offset instanceof TimeOffset.Position));
        lay(breaks);
        judge(breaks);
        breaks.forEach(_ -> ofEach.add(new ArrayList<>()));
        occurrences.forEach(one -> ofEach.get(one.index()).add(one));
    }

    static Timeline of(List<VmapBreak> breaks, AdRequest request) {
        return new Timeline(breaks, request);
    }

    /** All comings of all breaks in the order of time; what has no time stays behind what it is written behind. */
    List<Occurrence> occurrences() {
        return occurrences;
    }

    /** The comings of one break, at least one. */
    List<Occurrence> of(int index) {
        return ofEach.get(index);
    }

    /** Whether there are more repetitions than are told. */
    boolean isCut() {
        return cut;
    }

    private void lay(List<VmapBreak> breaks) {
        record Laid(Occurrence occurrence, Duration key) {
        }
        var laid = new ArrayList<Laid>();
        Duration before = BEFORE_ALL;
        int room = Math.max(0, MOST_OCCURRENCES - breaks.size());
        for (int i = 0; i < breaks.size(); i++) {
            VmapBreak each = breaks.get(i);
            Optional<Duration> moment = each.offset().flatMap(this::moment);
            Duration key = switch (each.offset().orElse(null)) {
                case TimeOffset.Start _ -> BEFORE_ALL;
                case TimeOffset.End _ -> AFTER_ALL;
                case null, default -> moment.orElse(before);
            };
            laid.add(new Laid(new Occurrence(i, true, moment, false, Optional.empty()), key));
            if (!key.equals(AFTER_ALL)) {
                before = key;
                for (Duration again : repetitions(each, moment, room)) {
                    laid.add(new Laid(new Occurrence(i, false, Optional.of(again), false, Optional.empty()), again));
                    room--;
                }
            }
        }
        laid.stream().sorted(Comparator.comparing(Laid::key)).map(Laid::occurrence).forEach(occurrences::add);
    }

    private Optional<Duration> moment(TimeOffset offset) {
        return offset instanceof TimeOffset.Position(int number)
                ? Optional.of(number).filter(n -> !timed && n >= 1 && n <= opportunities.size())
                        .map(n -> opportunities.get(n - 1))
                : offset.in(length);
    }

    /** The content's end ends the repetitions; where it is not known, nothing behind the playhead matters. */
    private List<Duration> repetitions(VmapBreak each, Optional<Duration> moment, int room) {
        var found = new ArrayList<Duration>();
        if (each.repeatAfter().isEmpty() || moment.isEmpty()) {
            return found;
        }
        Duration step = each.repeatAfter().get();
        Duration again = moment.get().plus(step);
        while (isWithin(again)) {
            if (found.size() == room) {
                cut = true;
                return found;
            }
            found.add(again);
            again = again.plus(step);
        }
        return found;
    }

    private boolean isWithin(Duration moment) {
        return length.map(l -> moment.compareTo(l) < 0)
                .orElseGet(() -> playhead.filter(p -> moment.compareTo(p) <= 0).isPresent());
    }

    private void judge(List<VmapBreak> breaks) {
        Optional<Duration> latest = playhead.flatMap(now -> occurrences.stream()
                .filter(o -> obstacle(breaks.get(o.index()), o).isEmpty()).flatMap(o -> o.moment().stream())
                .filter(m -> m.compareTo(now) <= 0).max(Comparator.naturalOrder()));
        occurrences.replaceAll(o -> judged(o, obstacle(breaks.get(o.index()), o), latest));
    }

    private Occurrence judged(Occurrence one, Optional<String> obstacle, Optional<Duration> latest) {
        if (obstacle.isPresent() || playhead.isEmpty()) {
            return new Occurrence(one.index(), one.first(), one.moment(), obstacle.isEmpty(), obstacle);
        }
        boolean due = one.moment().isPresent() && one.moment().equals(latest);
        String why = due ? "Due at the playhead " + Timecode.of(playhead.get()) + "."
                : one.moment().filter(m -> m.compareTo(playhead.get()) > 0).isPresent()
                        ? "Not yet due at the playhead " + Timecode.of(playhead.get()) + "."
                        : "A later break is due at the playhead " + Timecode.of(playhead.get()) + ".";
        return new Occurrence(one.index(), one.first(), one.moment(), due, Optional.of(why));
    }

    /** Why a break can never come, or why nobody can say whether it is due. */
    private Optional<String> obstacle(VmapBreak each, Occurrence one) {
        if (each.offset().isEmpty()) {
            return Optional.of("Nobody can tell when it is meant.");
        }
        boolean position = each.offset().get() instanceof TimeOffset.Position;
        if (position && timed) {
            return Optional.of("A position counts only where no break names a time (VMAP 1.0.1 §2.3.1).");
        }
        if (one.moment().isPresent()) {
            return one.moment().filter(m -> length.filter(l -> m.compareTo(l) > 0).isPresent())
                    .map(m -> "It lies behind the end of the content, " + Timecode.of(length.orElseThrow()) + ".");
        }
        if (each.offset().get() instanceof TimeOffset.Percent(BigDecimal number) && number.compareTo(WHOLE) > 0) {
            return Optional.of("It lies behind the end of the content.");
        }
        if (playhead.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(!position ? "Its time is not known without the length of the content."
                : opportunities.isEmpty() ? "Its time is not known without the opportunities of the content."
                : "The content has only " + opportunities.size() + " opportunities.");
    }
}
