package io.spotcheck.protocol.vmap.lint;

import io.spotcheck.ad.Timecode;
import io.spotcheck.protocol.vast.document.VastTime;
import io.spotcheck.protocol.vmap.document.TimeOffset;
import io.spotcheck.xml.XmlElement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/** Breaks that come again when another one of their type is due: nobody says which is shown (VMAP 1.0.1 §2.3.1). */
final class RepetitionLint {

    /** No content is longer, as a rule. */
    private static final long DAY = Duration.ofDays(1).toMillis();
    /** Far more than a schedule has; two breaks that meet do so within a few rounds. */
    private static final int MOST_BREAKS = 500;
    private static final int MOST_ROUNDS = 1000;

    /**
     * The moments at which a break comes, in milliseconds from the content's start.
     *
     * @param step the time after which it comes again, 0 when it does not
     */
    private record Comings(XmlElement element, long first, long step, Set<String> types) {

        static Optional<Comings> of(XmlElement element) {
            long step = element.attribute("repeatAfter").flatMap(VastTime::parse).map(Duration::toMillis).orElse(0L);
            return element.attribute("timeOffset").flatMap(TimeOffset::parse)
                    .filter(offset -> offset instanceof TimeOffset.Time || offset instanceof TimeOffset.Start)
                    .flatMap(offset -> offset.in(Optional.empty()))
                    .map(first -> new Comings(element, first.toMillis(), step, ScheduleLint.breakTypes(element)));
        }

        /** Breaks that are written for the same moment are told as that. */
        OptionalLong meeting(Comings other) {
            if (first == other.first || Collections.disjoint(types, other.types)) {
                return OptionalLong.empty();
            }
            Comings again = step > 0 ? this : other;
            Comings fellow = step > 0 ? other : this;
            long from = Math.max(first, other.first);
            return again.step == 0 ? OptionalLong.empty()
                    : LongStream.iterate(again.first + Math.ceilDiv(from - again.first, again.step) * again.step,
                            at -> at <= DAY, at -> at + again.step).limit(MOST_ROUNDS)
                            .filter(fellow::isAt).findFirst();
        }

        private boolean isAt(long moment) {
            return moment == first || step > 0 && moment > first && (moment - first) % step == 0;
        }
    }

    private RepetitionLint() {
    }

    static void lint(List<XmlElement> breaks, VmapLintPass pass) {
        List<Comings> all = breaks.stream().flatMap(each -> Comings.of(each).stream()).limit(MOST_BREAKS).toList();
        for (int later = 1; later < all.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                OptionalLong meeting = all.get(later).meeting(all.get(earlier));
                if (meeting.isPresent()) {
                    report(all.get(later), all.get(earlier), meeting.getAsLong(), pass);
                    break;
                }
            }
        }
    }

    private static void report(Comings later, Comings earlier, long moment, VmapLintPass pass) {
        Comings again = later.step() > 0 ? later : earlier;
        Comings fellow = again == later ? earlier : later;
        pass.reportAt("VMAP-REPEATAFTER-OVERLAP", again.element(), "repeatAfter", "When the break comes again, at "
                + Timecode.of(Duration.ofMillis(moment)) + ", the one of line " + fellow.element().line()
                + " is due, too.");
    }
}
