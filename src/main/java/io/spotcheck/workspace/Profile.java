package io.spotcheck.workspace;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.orchestrator.OrchestratorConfig.TrackingMode;
import io.spotcheck.orchestrator.OrchestratorConfig;
import java.util.Objects;
import java.util.Optional;

/**
 * A saved test: whom to ask, what for, and what is expected.
 *
 * @param name        what people call it
 * @param description what it is for
 * @param config      protocol, upstream, limits, cache, tracking and options; beacons are recorded, never sent, unless
 *                    it says otherwise
 * @param request     what is asked for
 * @param expectation what the answer must be
 */
public record Profile(String name, Optional<String> description, OrchestratorConfig config, AdRequest request,
                      Expectation expectation) {

    /** The slot of a request that names none. */
    public static final String DEFAULT_SLOT = "pre-roll";

    /** The user of a request that names none. */
    public static final String DEFAULT_USER = "spotcheck";

    /** Checks that nothing is missing, and records beacons where the configuration does not say what to do. */
    public Profile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(expectation, "expectation");
        if (config.tracking().isEmpty()) {
            config = new OrchestratorConfig(config.protocol(), config.upstream(), config.policy(), config.cache(),
                    Optional.of(TrackingMode.RECORD), config.options());
        }
    }

    /** A profile for this upstream, with a plain request, which expects an ad. */
    public static Profile of(String name, OrchestratorConfig config) {
        return new Profile(name, Optional.empty(), config, AdRequest.builder(DEFAULT_SLOT, DEFAULT_USER).build(),
                Expectation.anyAd());
    }

    /** This profile with another name. */
    public Profile withName(String other) {
        return new Profile(other, description, config, request, expectation);
    }

    /** This profile with another configuration. */
    public Profile withConfig(OrchestratorConfig other) {
        return new Profile(name, description, other, request, expectation);
    }

    /** This profile with another request. */
    public Profile withRequest(AdRequest other) {
        return new Profile(name, description, config, other, expectation);
    }

    /** Whether it names the variable {@code {{sandbox}}}, so that it asks the local ad server. */
    public boolean needsSandbox() {
        return Variables.namesIn(this).contains(Variables.SANDBOX);
    }
}
