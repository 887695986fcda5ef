package io.spotcheck.desktop.timeline;

import io.spotcheck.ad.AdBreak;
import io.spotcheck.desktop.timeline.Schedule.Placed;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.desktop.wording.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/** A schedule and its breaks in words. */
final class BreakWords {

    private static final Messages TEXTS = Messages.of(BreakWords.class);

    private BreakWords() {
    }

    /** Everything about a break in one line. */
    static String describe(Placed mark, Schedule schedule) {
        AdBreak each = mark.adBreak();
        var parts = new ArrayList<String>();
        parts.add(place(mark, schedule));
        each.breakId().map(id -> TEXTS.get("break.id", id)).ifPresent(parts::add);
        if (!each.breakTypes().isEmpty()) {
            parts.add(String.join(", ", each.breakTypes()));
        }
        parts.add(outcome(mark));
        if (each.due()) {
            parts.add(TEXTS.get("break.due"));
        }
        return String.join("  ·  ", parts);
    }

    /** How many breaks there are, how many are due and how many failed. */
    static String summary(Schedule schedule) {
        var parts = new ArrayList<String>();
        parts.add(TEXTS.get("summary.breaks", schedule.marks().size()));
        if (schedule.due() > 0) {
            parts.add(TEXTS.get("summary.due", schedule.due()));
        }
        if (schedule.failed() > 0) {
            parts.add(TEXTS.get("summary.failed", schedule.failed()));
        }
        if (schedule.length().isEmpty()) {
            parts.add(TEXTS.get("summary.length"));
        }
        return String.join("  ·  ", parts);
    }

    /** What a mark means. */
    static String meaning(Mark mark) {
        return TEXTS.get("legend." + mark.name());
    }

    /** A time as players show it: {@code 9:05}, {@code 1:30:00}, with tenths where there are some. */
    static String clock(Duration time) {
        int tenths = time.toMillisPart() / 100;
        String fraction = tenths == 0 ? "" : "." + tenths;
        return time.toHours() == 0
                ? String.format(Locale.ROOT, "%d:%02d%s", time.toMinutesPart(), time.toSecondsPart(), fraction)
                : String.format(Locale.ROOT, "%d:%02d:%02d%s", time.toHours(), time.toMinutesPart(),
                        time.toSecondsPart(), fraction);
    }

    private static String place(Placed mark, Schedule schedule) {
        String declared = mark.adBreak().timeOffset().strip();
        String part = TEXTS.get("part." + mark.part());
        if (declared.startsWith("#")) {
            return TEXTS.get("place.position", part, declared);
        }
        Optional<Duration> offset = mark.adBreak().offset();
        boolean named = declared.equalsIgnoreCase("start") || declared.equalsIgnoreCase("end");
        if (named || offset.isEmpty()) {
            return named ? part : TEXTS.get("place.declared", part, declared);
        }
        if (!mark.exact()) {
            return TEXTS.get("place.beyond", clock(offset.get()));
        }
        return declared.endsWith("%") && schedule.length().isPresent()
                ? TEXTS.get("place.share", part, clock(offset.get()), declared)
                : TEXTS.get("place.time", part, clock(offset.get()));
    }

    private static String outcome(Placed mark) {
        AdBreak each = mark.adBreak();
        if (each.error().isPresent()) {
            return TEXTS.get("break.failed", each.error().get().code().name(), each.error().get().message());
        }
        return each.ads().isEmpty() ? TEXTS.get("break." + (mark.mark() == Mark.SKIPPED ? "skipped" : "none"))
                : TEXTS.get("break.ads", each.ads().size());
    }
}
