package io.spotcheck.desktop.session;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.cache.CacheBackend;
import io.spotcheck.orchestrator.ConfigurationException;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.orchestrator.OrchestratorConfig;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.tracking.Tracker;
import io.spotcheck.transport.Transport;
import io.spotcheck.workspace.Profile;
import io.spotcheck.workspace.Variables;
import java.nio.file.Path;

/**
 * Makes orchestrators for the window: over one transport, one cache and one tracker, with the variables of profiles
 * filled. Making one may block, because the sandbox may have to be started first.
 */
public final class Orchestrators {

    private final Transport http;
    private final CacheBackend cache;
    private final Tracker tracker;
    private final Values values;

    /**
     * A maker of orchestrators.
     *
     * @param http    the wire for the network
     * @param cache   where the answers of tabs are kept
     * @param tracker what is done with the beacons of tabs
     * @param values  where the values of variables come from
     */
    public Orchestrators(Transport http, CacheBackend cache, Tracker tracker, Values values) {
        this.http = http;
        this.cache = cache;
        this.tracker = tracker;
        this.values = values;
    }

    /** Where the values of variables come from. */
    @FunctionalInterface
    public interface Values {

        /**
         * Values for at least the variables that this profile names. May block.
         *
         * @throws ConfigurationException if there are none; it says why
         */
        Variables of(Profile profile);
    }

    /**
     * An orchestrator and what to ask it, all variables filled.
     *
     * @param orchestrator the orchestrator
     * @param request      the request
     */
    public record Ready(Orchestrator orchestrator, AdRequest request) {
    }

    /**
     * An orchestrator for a tab: it shares the window's cache, and does with beacons what the window's switch says.
     *
     * @param folder what the paths of file upstreams are relative to
     * @throws ConfigurationException if the configuration is wrong, or a variable has no value
     */
    public Ready forTab(OrchestratorConfig config, AdRequest request, Path folder) {
        Profile filled = fill(Profile.of("tab", config).withRequest(request));
        return new Ready(filled.config().toBuilder(folder, http).cache(cache).tracker(tracker).build(),
                filled.request());
    }

    /**
     * An orchestrator for a test: with a cache of its own, so that it starts like every other time, and beacons that
     * are only recorded.
     *
     * @param folder what the paths of file upstreams are relative to
     * @throws ConfigurationException if the configuration is wrong, or a variable has no value
     */
    public Ready forTest(Profile profile, Path folder) {
        Profile filled = fill(profile);
        return new Ready(filled.config().toBuilder(folder, http).tracker(new RecordingTracker()).build(),
                filled.request());
    }

    private Profile fill(Profile profile) {
        return Variables.namesIn(profile).isEmpty() ? profile : values.of(profile).expand(profile);
    }
}
