package io.spotcheck.protocol;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.tracking.TrackingResult;

/**
 * One protocol: asks its upstream, understands the answer, tracks its events. Blocking, and safe for use by many
 * threads; an interrupt calls it off.
 */
public interface ProtocolHandler {

    /**
     * Fetches an ad. What the network or the answer did is told in the response, never thrown; every node that was
     * opened is closed.
     */
    AdResponse fetch(AdRequest request, FetchContext context);

    /** Hands every beacon of an event, of every hop, to the context's tracker. */
    TrackingResult track(String event, AdResponse response, TrackContext context);

    /** Looks at the values of a request. A request with an error is not sent. */
    RequestValidation validateRequest(AdRequest request);

    /** The protocol's name, such as {@code vast}. */
    default String protocol() {
        return "custom";
    }

    /** The protocol that an answer came in, where a handler speaks more than one. */
    default String protocolOf(AdResponse answer) {
        return protocol();
    }

    /**
     * What tells this handler's answers from those of all others in a shared cache: protocol, endpoints, limits. Two
     * handlers with the same identity answer the same request alike. By default no two handlers are the same.
     */
    default String cacheIdentity() {
        return getClass().getName() + "@" + System.identityHashCode(this);
    }
}
