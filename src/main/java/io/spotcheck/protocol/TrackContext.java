package io.spotcheck.protocol;

import io.spotcheck.macro.MacroValues;
import io.spotcheck.tracking.Tracker;
import java.util.OptionalInt;

/**
 * What a handler gets along with an event.
 *
 * @param tracker what is done with each beacon
 * @param macros  values for macros, beyond those that the handler knows itself
 * @param adIndex the ad of the answer that the event is about, from 0; all ads when empty
 */
public record TrackContext(Tracker tracker, MacroValues macros, OptionalInt adIndex) {

    /** This context in a state of the player; what was known before and is known anew is replaced. */
    public TrackContext in(PlayerState state) {
        return new TrackContext(tracker, macros.with(state.macros()), adIndex);
    }

    /** This context for one ad of the answer; for all of them when empty. */
    public TrackContext about(OptionalInt ad) {
        return new TrackContext(tracker, macros, ad);
    }

    /** The event is about all ads, and nothing more is known for macros. */
    public static TrackContext of(Tracker tracker) {
        return new TrackContext(tracker, MacroValues.none(), OptionalInt.empty());
    }
}
