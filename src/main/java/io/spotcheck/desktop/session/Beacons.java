package io.spotcheck.desktop.session;

import io.spotcheck.macro.MacroValues;
import io.spotcheck.tracking.TrackingEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ObservableList;

/** The beacons of a tab: what was recorded or fired, and the way to track more. Used on the JavaFX thread. */
public interface Beacons {

    /**
     * A line of the tracking log.
     *
     * @param number  its number in the log, from 1
     * @param event   the event that was tracked
     * @param tracked what was done; empty when the ad declares no beacon for the event
     * @param at      when it was tracked
     */
    record Entry(long number, String event, Optional<TrackingEvent> tracked, Instant at) {
    }

    /** Everything that was tracked, the oldest first. Read only. */
    ObservableList<Entry> log();

    /** Whether beacons are sent rather than only recorded. */
    ReadOnlyBooleanProperty firingProperty();

    /**
     * Tracks an event of the current answer in the background; the outcome is added to the log.
     *
     * @param event   the event, such as {@code firstQuartile}
     * @param adIndex the ad, from 0; all ads when empty
     * @param macros  what the player knows
     */
    void track(String event, OptionalInt adIndex, MacroValues macros);

    /**
     * Tracks the {@code progress} beacons of one offset; those of other offsets are due at another moment
     * (VAST 4.3 §3.14.1).
     *
     * @param offset  the offset as declared
     * @param adIndex the ad, from 0; all ads when empty
     * @param macros  what the player knows
     */
    void trackProgress(String offset, OptionalInt adIndex, MacroValues macros);

    /**
     * Tracks an event of one creative: only its own beacons, not those that the ad or its other creatives declare under
     * the same name (VAST 4.3 §3.13).
     *
     * @param event      the event, such as {@code creativeView}
     * @param adIndex    the ad, from 0
     * @param creativeId the creative's node in the resolution tree
     * @param macros     what the player knows
     */
    void trackCreative(String event, int adIndex, int creativeId, MacroValues macros);

    /** Empties the log. */
    void clear();
}
