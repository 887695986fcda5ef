package io.spotcheck.protocol.vmap;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.RequestValidation;
import io.spotcheck.protocol.TrackContext;
import io.spotcheck.protocol.vast.VastProtocolHandler;
import io.spotcheck.tracking.TrackingResult;

/**
 * Speaks VAST or VMAP, whatever a tag answers: both are asked for alike, so that one request is enough to know. Until
 * something has come it counts as VAST.
 */
public final class TagProtocolHandler implements ProtocolHandler {

    static final String VAST = "vast";

    private final VmapProtocolHandler vmap;
    private final VastProtocolHandler vast;

    /** A handler for this upstream. */
    public TagProtocolHandler(VmapUpstream upstream) {
        var macros = new MacroEngine();
        vmap = new VmapProtocolHandler(upstream, macros);
        vast = new VastProtocolHandler(upstream.server(), macros, vmap::take);
    }

    @Override
    public AdResponse fetch(AdRequest request, FetchContext context) {
        return vast.fetch(request, context);
    }

    @Override
    public TrackingResult track(String event, AdResponse response, TrackContext context) {
        return protocolOf(response).equals(VAST) ? vast.track(event, response, context)
                : vmap.track(event, response, context);
    }

    @Override
    public RequestValidation validateRequest(AdRequest request) {
        return vmap.validateRequest(request);
    }

    @Override
    public String protocol() {
        return VAST;
    }

    @Override
    public String protocolOf(AdResponse answer) {
        return answer.protocol().equals(VmapProtocolHandler.NAME) ? VmapProtocolHandler.NAME : VAST;
    }

    @Override
    public String cacheIdentity() {
        return "tag " + vmap.cacheIdentity();
    }
}
