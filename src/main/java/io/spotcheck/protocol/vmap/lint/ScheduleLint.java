package io.spotcheck.protocol.vmap.lint;

import io.spotcheck.lint.Excerpt;
import io.spotcheck.protocol.vmap.document.TimeOffset;
import io.spotcheck.xml.XmlElement;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What concerns the breaks of a schedule together: order, offsets and names (VMAP 1.0.1 §2.3.1). */
final class ScheduleLint {

    /** What offsets of different kinds cannot be compared by. */
    private enum Kind { START, TIME, PERCENT, POSITION, END }

    private record Place(Kind kind, BigDecimal number) {
    }

    private static final String OFFSET = "timeOffset";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private ScheduleLint() {
    }

    static void lint(XmlElement root, VmapLintPass pass) {
        List<XmlElement> breaks = root.children("AdBreak").toList();
        positions(breaks, pass);
        order(breaks, pass);
        shared(breaks, pass);
        RepetitionLint.lint(breaks, pass);
        names(breaks, pass);
    }

    private static void positions(List<XmlElement> breaks, VmapLintPass pass) {
        boolean timed = breaks.stream().flatMap(b -> place(b).stream()).anyMatch(p -> p.kind() != Kind.POSITION);
        breaks.stream().filter(b -> timed && place(b).filter(p -> p.kind() == Kind.POSITION).isPresent())
                .forEach(b -> pass.reportAt("VMAP-POSITION-IGNORED", b, OFFSET,
                        "Beside breaks with a time a position does not count; the break is never shown."));
    }

    private static void order(List<XmlElement> breaks, VmapLintPass pass) {
        var latest = new HashMap<Kind, BigDecimal>();
        boolean ended = false;
        boolean begun = false;
        for (XmlElement each : breaks) {
            Optional<Place> place = place(each);
            if (place.isEmpty()) {
                continue;
            }
            Kind kind = place.get().kind();
            BigDecimal before = latest.getOrDefault(kind, BigDecimal.ZERO);
            if (ended && kind != Kind.END || begun && kind == Kind.START
                    || place.get().number().compareTo(before) < 0) {
                pass.reportAt("VMAP-BREAK-ORDER", each, OFFSET, "The break comes before one that is written before it.");
                return;
            }
            latest.put(kind, place.get().number());
            ended |= kind == Kind.END;
            begun |= kind != Kind.START;
        }
    }

    private static void shared(List<XmlElement> breaks, VmapLintPass pass) {
        var taken = new HashMap<Place, Set<String>>();
        for (XmlElement each : breaks) {
            Set<String> before = place(each).map(ScheduleLint::plain)
                    .map(place -> taken.computeIfAbsent(place, _ -> new HashSet<>())).orElseGet(HashSet::new);
            if (breakTypes(each).stream().anyMatch(before::contains)) {
                pass.reportAt("VMAP-TIMEOFFSET-SHARED", each, OFFSET,
                        "Another break of the same type comes at the same time, "
                        + each.attribute(OFFSET).orElse("").strip() + ".");
            }
            before.addAll(breakTypes(each));
        }
    }

    /** The same moment in the same words. */
    private static Place plain(Place place) {
        return switch (place.kind()) {
            case TIME, PERCENT -> place.number().signum() == 0 ? new Place(Kind.START, BigDecimal.ZERO)
                    : place.kind() == Kind.PERCENT && place.number().compareTo(WHOLE) == 0
                            ? new Place(Kind.END, BigDecimal.ZERO) : place;
            case START, POSITION, END -> place;
        };
    }

    /** Parts of one break may share its name, as bumpers do; a name for two moments misleads reports. */
    private static void names(List<XmlElement> breaks, VmapLintPass pass) {
        var offsets = new HashMap<String, Optional<Place>>();
        for (XmlElement each : breaks) {
            Optional<String> id = each.attribute("breakId").map(String::strip).filter(v -> !v.isEmpty());
            if (id.isPresent() && !offsets.computeIfAbsent(id.get(), _ -> place(each)).equals(place(each))) {
                pass.reportAt("VMAP-BREAKID-DUPLICATE", each, "breakId", "The breakId “" + Excerpt.of(id.get())
                        + "” is that of another break at another time.");
            }
        }
    }

    /** The types of a break; the one that is not declared may be any. */
    static Set<String> breakTypes(XmlElement adBreak) {
        return Arrays.stream(adBreak.attribute("breakType").orElse("").split(",")).map(String::strip)
                .map(type -> type.toLowerCase(Locale.ROOT)).filter(type -> !type.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Optional<Place> place(XmlElement adBreak) {
        return adBreak.attribute(OFFSET).flatMap(TimeOffset::parse).map(offset -> switch (offset) {
            case TimeOffset.Start() -> new Place(Kind.START, BigDecimal.ZERO);
            case TimeOffset.End() -> new Place(Kind.END, BigDecimal.ZERO);
            case TimeOffset.Time(Duration time) -> new Place(Kind.TIME, BigDecimal.valueOf(time.toMillis()));
            case TimeOffset.Percent(BigDecimal number) -> new Place(Kind.PERCENT, number.stripTrailingZeros());
            case TimeOffset.Position(int number) -> new Place(Kind.POSITION, BigDecimal.valueOf(number));
        });
    }
}
