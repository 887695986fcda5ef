package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.RequestValidation;
import io.spotcheck.protocol.TrackContext;
import io.spotcheck.protocol.vast.document.VastReader;
import io.spotcheck.tracking.TrackingResult;
import io.spotcheck.upstream.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Speaks VAST 2.0 to 4.3: fetches tags, follows wrappers, and tracks the events of their ads. */
public final class VastProtocolHandler implements ProtocolHandler {

    private final VastUpstream upstream;
    private final MacroEngine macros;
    private final VastReader reader = new VastReader();
    private final VastTracking tracking;

    /** A handler for this upstream. */
    public VastProtocolHandler(VastUpstream upstream) {
        this(upstream, new MacroEngine());
    }

    /** A handler for this upstream that fills macros by this engine. */
    public VastProtocolHandler(VastUpstream upstream, MacroEngine macros) {
        this.upstream = Objects.requireNonNull(upstream, "upstream");
        this.macros = Objects.requireNonNull(macros, "macros");
        tracking = new VastTracking(macros);
    }

    @Override
    public AdResponse fetch(AdRequest request, FetchContext context) {
        var chain = new ArrayList<String>();
        var failures = new ArrayList<AdError>();
        var errorUrls = new ArrayList<TrackingUrl>();
        Optional<AdError> firstError = Optional.empty();
        Optional<String> firstText = Optional.empty();
        boolean goOn = true;
        int asked = 0;
        while (goOn && asked < upstream.endpoints().size()) {
            Endpoint endpoint = upstream.endpoints().get(asked);
            var resolver = new VastResolver(reader, macros, upstream, endpoint, request, MacroValues.none(),
                    context);
            Outcome outcome = resolver.resolve();
            chain.addAll(resolver.chain());
            failures.addAll(resolver.failures());
            resolver.failures().forEach(failure -> errorUrls.addAll(failure.beacons()));
            firstText = firstText.or(resolver::firstText);
            switch (outcome) {
                case Outcome.Served served -> {
                    return served(request, served, resolver, asked > 0, chain, failures, firstText,
                            kept(request, context));
                }
                case Outcome.Failed failed -> {
                    firstError = firstError.or(() -> Optional.of(failed.error()));
                    goOn = failed.error().code() != ErrorCode.CANCELLED && !context.deadline().hasPassed();
                }
            }
            asked++;
        }
        AdResponse.Builder response = AdResponse.failed(request.slotId(), firstError.orElseThrow())
                .failures(failures).trackingUrls(errorUrls).resolutionChain(chain)
                .usedFallback(asked > 1)
                .extensions(kept(request, context).among(Map.of()));
        firstText.ifPresent(response::rawResponse);
        return response.build();
    }

    private static AdResponse served(AdRequest request, Outcome.Served served, VastResolver resolver,
                                     boolean usedFallback, List<String> chain, List<AdError> failures,
                                     Optional<String> firstText, KeptForBeacons kept) {
        AdResponse.Builder response = AdResponse.served(request.slotId())
                .ads(served.ads())
                .trackingUrls(served.ads().stream().flatMap(ad -> ad.tracking().stream()).toList())
                .resolutionChain(chain)
                .usedFallback(usedFallback)
                .failures(failures);
        firstText.ifPresent(response::rawResponse);
        response.extensions(kept.among(resolver.lastText().map(text -> Map.of("vast_xml", text)).orElse(Map.of())));
        resolver.expires().ifPresent(response::cacheableFor);
        return response.build();
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
