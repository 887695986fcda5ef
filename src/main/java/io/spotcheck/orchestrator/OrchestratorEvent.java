package io.spotcheck.orchestrator;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.resolution.ResolutionEvent;
import io.spotcheck.tracking.TrackingEvent;

/** What an {@link Orchestrator} tells while it works. The steps of one fetch share its number. */
public sealed interface OrchestratorEvent {

    /**
     * A fetch began.
     *
     * @param fetch   the number of the fetch
     * @param request what was asked for
     */
    record FetchStarted(long fetch, AdRequest request) implements OrchestratorEvent {
    }

    /**
     * A fetch got further.
     *
     * @param fetch the number of the fetch
     * @param step  what happened
     */
    record FetchProgressed(long fetch, ResolutionEvent step) implements OrchestratorEvent {
    }

    /**
     * A fetch ended.
     *
     * @param fetch    the number of the fetch
     * @param response its answer
     */
    record FetchFinished(long fetch, AdResponse response) implements OrchestratorEvent {
    }

    /**
     * A beacon was sent or recorded.
     *
     * @param event what was done with it
     */
    record BeaconTracked(TrackingEvent event) implements OrchestratorEvent {
    }
}
