package io.spotcheck.protocol.vmap;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.protocol.Fallbacks;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.RequestValidation;
import io.spotcheck.protocol.TrackContext;
import io.spotcheck.protocol.vast.CarriedVast;
import io.spotcheck.protocol.vast.DocumentBudget;
import io.spotcheck.protocol.vast.OtherAnswer;
import io.spotcheck.protocol.vmap.document.VmapReader;
import io.spotcheck.resolution.Finding;
import io.spotcheck.tracking.TrackingResult;
import io.spotcheck.upstream.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Speaks VMAP 1.0 and 1.0.1: fetches schedules, resolves the VAST of all their breaks, and tracks their events. The
 * answer holds the whole schedule; its ads are those that are due at the request's playhead, or all of them when the
 * request has none.
 */
public final class VmapProtocolHandler implements ProtocolHandler {

    static final String NAME = "vmap";

    private final VmapUpstream upstream;
    private final MacroEngine macros;
    private final VmapReader reader = new VmapReader();
    private final CarriedVast vast;
    private final VmapTracking tracking;

    /** A handler for this upstream. */
    public VmapProtocolHandler(VmapUpstream upstream) {
        this(upstream, new MacroEngine());
    }

    /** A handler for this upstream that fills macros by this engine. */
    public VmapProtocolHandler(VmapUpstream upstream, MacroEngine macros) {
        this.upstream = Objects.requireNonNull(upstream, "upstream");
        this.macros = Objects.requireNonNull(macros, "macros");
        vast = new CarriedVast(upstream.server().policy(), upstream.server().maxWrappers(), macros);
        tracking = new VmapTracking(macros);
    }

    @Override
    public AdResponse fetch(AdRequest request, FetchContext context) {
        // The schedule itself is the first document of its budget.
        return Fallbacks.ask(upstream.server().endpoints(), context.deadline(), endpoint ->
                resolver(endpoint, request, context).resolve());
    }

    /** Makes of a tag's answer what it is as a schedule, if it is one. */
    Optional<Fallbacks.Attempt> take(OtherAnswer.Arrival arrival) {
        return VmapReader.isSchedule(arrival.text())
                ? Optional.of(resolver(arrival.endpoint(), arrival.request(), arrival.context())
                        .read(arrival.text(), arrival.found(), arrival.asked(), arrival.node()))
                : Optional.empty();
    }

    private ScheduleResolver resolver(Endpoint endpoint, AdRequest request, FetchContext context) {
        return new ScheduleResolver(reader, macros, upstream, endpoint, request, context,
                vast.within(new DocumentBudget(upstream.maxDocuments() - 1)));
    }

    @Override
    public TrackingResult track(String event, AdResponse response, TrackContext context) {
        return tracking.track(event, response, context);
    }

    @Override
    public RequestValidation validateRequest(AdRequest request) {
        List<Finding> findings = new ArrayList<>(RequestValidation.of(request).findings());
        findings.addAll(CarriedVast.problems(request));
        Opportunities.fault(request).ifPresent(findings::add);
        return new RequestValidation(findings);
    }

    @Override
    public String protocol() {
        return NAME;
    }

    @Override
    public String cacheIdentity() {
        return upstream.identity();
    }
}
