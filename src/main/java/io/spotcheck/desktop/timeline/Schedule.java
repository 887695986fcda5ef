package io.spotcheck.desktop.timeline;

import io.spotcheck.ad.AdBreak;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.Resolution;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The breaks of an answer, each with its place on a line that stands for the content.
 *
 * @param length   how long the content is, when the request says so
 * @param span     how much time the line stands for: the length, else enough for every time that is known; zero when
 *                 no time is known at all
 * @param playhead where the player is, when the request says so
 * @param marks    the breaks, in the order of the schedule
 */
public record Schedule(Optional<Duration> length, Duration span, Optional<Duration> playhead, List<Placed> marks) {

    private static final Schedule NONE = new Schedule(Optional.empty(), Duration.ZERO, Optional.empty(), List.of());
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)\\s*%");
    private static final Pattern POSITION = Pattern.compile("#(\\d{1,9})");
    private static final String START = "start";
    private static final String END = "end";
    /** What a line of unknown length leaves free behind the last time that is known. */
    private static final double TAIL = 1.2;

    /** Copies the list. */
    public Schedule {
        marks = List.copyOf(marks);
    }

    /** Which part of the content a break belongs to. */
    public enum Part {
        /** Before the content. */
        PRE_ROLL,
        /** In it, or over it. */
        MID_ROLL,
        /** After it. */
        POST_ROLL
    }

    /**
     * A break and its place.
     *
     * @param adBreak the break
     * @param at      its place on the line, from 0 at the content's start to 1 at its end
     * @param exact   whether the break is really due there; otherwise the place only shows its order
     * @param part    which part of the content it belongs to
     * @param mark    what it came to
     */
    public record Placed(AdBreak adBreak, double at, boolean exact, Part part, Mark mark) {
    }

    /** No breaks. */
    public static Schedule none() {
        return NONE;
    }

    /** The schedule of an answer. */
    public static Schedule of(AdResponse answer, Optional<AdRequest> request) {
        if (answer.breaks().isEmpty()) {
            return NONE;
        }
        Optional<Duration> length = request.flatMap(AdRequest::contentDuration).filter(Duration::isPositive);
        Optional<Duration> playhead = request.flatMap(AdRequest::playheadPosition);
        Duration span = length.orElseGet(() -> spanOf(answer.breaks(), playhead));
        var marks = new ArrayList<Placed>();
        for (AdBreak each : answer.breaks()) {
            marks.add(place(each, marks.size(), answer, span));
        }
        return new Schedule(length, span, playhead, marks);
    }

    /** How many breaks are due. */
    public long due() {
        return marks.stream().filter(m -> m.adBreak().due()).count();
    }

    /** How many breaks failed. */
    public long failed() {
        return marks.stream().filter(m -> m.mark() == Mark.ERROR).count();
    }

    /** The break whose node is this one, or stands above it in the tree. */
    public Optional<Placed> around(int nodeId, Resolution resolution) {
        List<Integer> path = resolution.pathTo(nodeId).stream().map(Node::id).toList();
        return marks.stream().filter(m -> path.contains(m.adBreak().nodeId())).findFirst();
    }

    /** The place of a time on the line. */
    public double at(Duration time) {
        return span.isZero() ? 0 : Math.clamp((double) time.toMillis() / span.toMillis(), 0, 1);
    }

    private static Duration spanOf(List<AdBreak> breaks, Optional<Duration> playhead) {
        long furthest = Math.max(playhead.map(Duration::toMillis).orElse(0L), breaks.stream()
                .flatMap(b -> b.offset().stream()).mapToLong(Duration::toMillis).max().orElse(0));
        return Duration.ofMillis(Math.round(furthest * TAIL));
    }

    private static Placed place(AdBreak each, int index, AdResponse answer, Duration span) {
        String declared = each.timeOffset().strip();
        Mark mark = markOf(each, answer.resolution());
        Matcher percent = PERCENT.matcher(declared);
        Matcher position = POSITION.matcher(declared);
        if (declared.equalsIgnoreCase(START)) {
            return new Placed(each, 0, true, Part.PRE_ROLL, mark);
        }
        if (declared.equalsIgnoreCase(END)) {
            return new Placed(each, 1, true, Part.POST_ROLL, mark);
        }
        if (percent.matches()) {
            double at = Math.clamp(new BigDecimal(percent.group(1)).doubleValue() / 100, 0, 1);
            return new Placed(each, at, true, partOf(at), mark);
        }
        if (position.matches()) {
            double at = inOrder(Integer.parseInt(position.group(1)), answer.breaks());
            return new Placed(each, at, false, Part.MID_ROLL, mark);
        }
        if (each.offset().isPresent()) {
            double at = span.isZero() ? 0
                    : (double) each.offset().get().toMillis() / span.toMillis();
            return new Placed(each, Math.clamp(at, 0, 1), at <= 1, partOf(at), mark);
        }
        return new Placed(each, (index + 1.0) / (answer.breaks().size() + 1), false, Part.MID_ROLL, mark);
    }

    /** Positions are spread evenly: only the player knows where content can be interrupted (VMAP 1.0.1). */
    private static double inOrder(int position, List<AdBreak> breaks) {
        int last = breaks.stream().map(b -> POSITION.matcher(b.timeOffset().strip())).filter(Matcher::matches)
                .mapToInt(m -> Integer.parseInt(m.group(1))).max().orElse(position);
        return (double) position / (Math.max(last, position) + 1L);
    }

    private static Part partOf(double at) {
        return at <= 0 ? Part.PRE_ROLL : at >= 1 ? Part.POST_ROLL : Part.MID_ROLL;
    }

    private static Mark markOf(AdBreak each, Resolution resolution) {
        if (each.error().isPresent()) {
            return Mark.ERROR;
        }
        Optional<Mark> ofNode = resolution.node(each.nodeId()).map(node -> Mark.of(node.status()));
        if (each.ads().isEmpty()) {
            return ofNode.filter(m -> m == Mark.SKIPPED || m == Mark.ERROR).orElse(Mark.NONE);
        }
        return ofNode.filter(m -> m == Mark.WARNING).orElse(Mark.OK);
    }
}
