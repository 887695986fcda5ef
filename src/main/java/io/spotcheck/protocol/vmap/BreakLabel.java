package io.spotcheck.protocol.vmap;

import io.spotcheck.protocol.vmap.document.TimeOffset;
import io.spotcheck.protocol.vmap.document.VmapBreak;

/** What a break's node is called, such as {@code pre-roll · start}. */
final class BreakLabel {

    private BreakLabel() {
    }

    static String of(VmapBreak each) {
        String time = each.timeOffset().isEmpty() ? "no time" : each.timeOffset();
        return each.breakId().orElseGet(() -> each.offset().map(BreakLabel::place).orElse("break")) + " · " + time;
    }

    private static String place(TimeOffset offset) {
        return switch (offset) {
            case TimeOffset.Start() -> "pre-roll";
            case TimeOffset.End() -> "post-roll";
            case TimeOffset.Time(_), TimeOffset.Percent(_), TimeOffset.Position(_) -> "mid-roll";
        };
    }
}
