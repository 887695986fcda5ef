package io.spotcheck.tracking;

import java.util.List;

/**
 * What came of tracking one event.
 *
 * @param event    the event
 * @param declared whether the ad declares a beacon for it
 * @param events   what was done with each beacon, in the order of the ad
 */
public record TrackingResult(String event, boolean declared, List<TrackingEvent> events) {

    /** Copies the list. */
    public TrackingResult {
        events = List.copyOf(events);
    }

    /** The result for an event that the ad does not declare. */
    public static TrackingResult notDeclared(String event) {
        return new TrackingResult(event, false, List.of());
    }

    /** Whether every beacon was recorded or delivered. */
    public boolean isComplete() {
        return events.stream().noneMatch(e -> e.outcome() == TrackingEvent.Outcome.FAILED);
    }
}
