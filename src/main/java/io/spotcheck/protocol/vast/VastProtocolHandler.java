package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.Fallbacks;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.RequestValidation;
import io.spotcheck.protocol.TrackContext;
import io.spotcheck.protocol.vast.document.VastReader;
import io.spotcheck.tracking.TrackingResult;
import io.spotcheck.upstream.Endpoint;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Speaks VAST 2.0 to 4.3: fetches tags, follows wrappers, and tracks the events of their ads. */
public final class VastProtocolHandler implements ProtocolHandler {

    private final VastUpstream upstream;
    private final MacroEngine macros;
    private final VastReader reader = new VastReader();
    private final VastTracking tracking;
    private final OtherAnswer other;

    /** A handler for this upstream. */
    public VastProtocolHandler(VastUpstream upstream) {
        this(upstream, new MacroEngine());
    }

    /** A handler for this upstream that fills macros by this engine. */
    public VastProtocolHandler(VastUpstream upstream, MacroEngine macros) {
        this(upstream, macros, OtherAnswer.none());
    }

    /** A handler that hands on what its upstream answers when it is not VAST. */
    public VastProtocolHandler(VastUpstream upstream, MacroEngine macros, OtherAnswer other) {
        this.upstream = Objects.requireNonNull(upstream, "upstream");
        this.macros = Objects.requireNonNull(macros, "macros");
        this.other = Objects.requireNonNull(other, "other");
        tracking = new VastTracking(macros);
    }

    @Override
    public AdResponse fetch(AdRequest request, FetchContext context) {
        return Fallbacks.ask(upstream.endpoints(), context.deadline(),
                endpoint -> resolve(request, endpoint, context));
    }

    private Fallbacks.Attempt resolve(AdRequest request, Endpoint endpoint, FetchContext context) {
        var resolver = new VastResolver(reader, macros, upstream, endpoint, request, MacroValues.none(), context,
                Optional.empty(), other);
        KeptForBeacons kept = kept(request, context);
        Outcome outcome = resolver.resolve();
        if (resolver.taken().isPresent()) {
            return resolver.taken().get();
        }
        AdResponse.Builder response = switch (outcome) {
            case Outcome.Served served -> served(request, served)
                    .extensions(kept.among(resolver.lastText().map(text -> Map.of("vast_xml", text)).orElse(Map.of())));
            case Outcome.Failed failed -> AdResponse.failed(request.slotId(), failed.error())
                    .trackingUrls(resolver.failures().stream().flatMap(f -> f.beacons().stream()).toList())
                    .extensions(kept.among(Map.of()));
        };
        resolver.firstText().ifPresent(response::rawResponse);
        if (outcome instanceof Outcome.Served) {
            resolver.expires().ifPresent(response::cacheableFor);
        }
        return Fallbacks.Attempt.of(response.failures(resolver.failures()).resolutionChain(resolver.chain()).build());
    }

    private static AdResponse.Builder served(AdRequest request, Outcome.Served served) {
        return AdResponse.served(request.slotId()).ads(served.ads())
                .trackingUrls(served.ads().stream().flatMap(ad -> ad.tracking().stream()).toList());
    }

    private KeptForBeacons kept(AdRequest request, FetchContext context) {
        return upstream.mapping().keptForBeacons(request, context.session());
    }

    @Override
    public TrackingResult track(String event, AdResponse response, TrackContext context) {
        return tracking.track(event, response, context);
    }

    @Override
    public RequestValidation validateRequest(AdRequest request) {
        var findings = new ArrayList<>(RequestValidation.of(request).findings());
        findings.addAll(Terms.of(request).problems());
        return new RequestValidation(findings);
    }

    @Override
    public String protocol() {
        return "vast";
    }

    @Override
    public String cacheIdentity() {
        return upstream.identity();
    }
}
