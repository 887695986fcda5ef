package io.spotcheck.protocol.vmap;

import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.vmap.document.TimeOffset;
import java.math.BigDecimal;

/** What a break tells the macros of its ads (VAST 4.3 §6, the macros on ad breaks). */
final class BreakMacros {

    private static final String PRE_ROLL = "1";
    private static final String MID_ROLL = "2";
    private static final String POST_ROLL = "3";
    private static final String OTHER = "0";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private BreakMacros() {
    }

    static MacroValues of(TimeOffset offset, boolean multipleAds) {
        MacroValues values = MacroValues.none().with("BREAKPOSITION", position(offset));
        return multipleAds ? values : values.with("ADCOUNT", "1").with("BREAKMAXADS", "1");
    }

    private static String position(TimeOffset offset) {
        return switch (offset) {
            case TimeOffset.Start() -> PRE_ROLL;
            case TimeOffset.End() -> POST_ROLL;
            case TimeOffset.Percent(BigDecimal number) -> number.signum() == 0 ? PRE_ROLL
                    : number.compareTo(WHOLE) >= 0 ? POST_ROLL : MID_ROLL;
            case TimeOffset.Time(var time) -> time.isZero() ? PRE_ROLL : MID_ROLL;
            case TimeOffset.Position(int _) -> OTHER;
        };
    }
}
