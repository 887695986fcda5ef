package io.spotcheck.protocol.custom;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.EventBeacons;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.RequestValidation;
import io.spotcheck.protocol.TrackContext;
import io.spotcheck.protocol.vast.CarriedVast;
import io.spotcheck.protocol.vast.RequestMapping;
import io.spotcheck.protocol.vast.VastTracking;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Headers;
import io.spotcheck.resolution.Severity;
import io.spotcheck.tracking.BeaconCall;
import io.spotcheck.tracking.TrackingResult;
import io.spotcheck.upstream.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Speaks a protocol that a {@link CustomDescription} describes. */
public final class CustomProtocolHandler implements ProtocolHandler {

    private static final int UNDEFINED_ERROR = 900;

    private final CustomUpstream upstream;
    private final MacroEngine macros;
    private final AnswerReader reader;
    private final CarriedVast vast;
    private final VastTracking vastTracking;

    /** A handler for this upstream. */
    public CustomProtocolHandler(CustomUpstream upstream) {
        this(upstream, new MacroEngine());
    }

    /** A handler for this upstream that fills macros by this engine. */
    public CustomProtocolHandler(CustomUpstream upstream, MacroEngine macros) {
        this.upstream = Objects.requireNonNull(upstream, "upstream");
        this.macros = Objects.requireNonNull(macros, "macros");
        vast = new CarriedVast(upstream.policy(), upstream.maxWrappers(), macros);
        vastTracking = new VastTracking(macros);
        reader = new AnswerReader(upstream.description().answer().format());
    }

    @Override
    public AdResponse fetch(AdRequest request, FetchContext context) {
        var chain = new ArrayList<String>();
        var failures = new ArrayList<AdError>();
        Optional<AdError> firstError = Optional.empty();
        Optional<String> firstText = Optional.empty();
        int asked = 0;
        for (Endpoint endpoint : upstream.endpoints()) {
            var attempt = new Attempt(upstream, endpoint, reader, macros, vast, request, context);
            AnswerAssembly.Assembled outcome = attempt.resolve();
            asked++;
            attempt.url().ifPresent(chain::add);
            chain.addAll(outcome.chain());
            failures.addAll(outcome.failures());
            firstText = firstText.or(attempt::text);
            if (!outcome.ads().isEmpty()) {
                return served(request, outcome, chain, failures, firstText, asked > 1).toBuilder()
                        .extensions(kept(request, context)).build();
            }
            AdError error = outcome.failures().getFirst();
            firstError = firstError.or(() -> Optional.of(error));
            if (error.code() == ErrorCode.CANCELLED || context.deadline().hasPassed()) {
                break;
            }
        }
        AdResponse.Builder response = AdResponse.failed(request.slotId(), firstError.orElseThrow()).failures(failures)
                .trackingUrls(failures.stream().flatMap(failure -> failure.beacons().stream()).toList())
                .resolutionChain(chain).usedFallback(asked > 1).extensions(kept(request, context));
        firstText.ifPresent(response::rawResponse);
        return response.build();
    }

    private boolean carriesVast() {
        return upstream.description().answer().ads().vast().isPresent();
    }

    /** What the macros of VAST in the answer need when its beacons are sent. */
    private Map<String, Object> kept(AdRequest request, FetchContext context) {
        return carriesVast() ? RequestMapping.macrosOnly().keptForBeacons(request, context.session()).among(Map.of())
                : Map.of();
    }

    private static AdResponse served(AdRequest request, AnswerAssembly.Assembled outcome, List<String> chain,
                                     List<AdError> failures, Optional<String> firstText, boolean usedFallback) {
        AdResponse.Builder response = AdResponse.served(request.slotId()).ads(outcome.ads())
                .trackingUrls(outcome.ads().stream().flatMap(ad -> ad.tracking().stream()).toList())
                .resolutionChain(chain).failures(failures).usedFallback(usedFallback);
        outcome.campaign().ifPresent(response::campaignId);
        outcome.keepFor().ifPresent(response::cacheableFor);
        firstText.ifPresent(response::rawResponse);
        return response.build();
    }

    @Override
    public TrackingResult track(String event, AdResponse response, TrackContext context) {
        if (carriesVast()) {
            return vastTracking.track(event, response, context);
        }
        return EventBeacons.sendCalls(event, EventBeacons.of(event, response, context), context.tracker(),
                beacon -> new BeaconCall(beacon,
                        macros.substitute(beacon.url(), values(beacon, response, context)), Headers.none()));
    }

    private static MacroValues values(TrackingUrl beacon, AdResponse response, TrackContext context) {
        if (!beacon.event().equalsIgnoreCase("error")) {
            return context.macros();
        }
        OptionalInt code = response.failures().stream().filter(failure -> failure.beacons().contains(beacon))
                .findFirst()
                .map(AdError::protocolCode).orElse(response.protocolCode());
        return MacroValues.none().with("ERRORCODE", String.valueOf(code.orElse(UNDEFINED_ERROR)))
                .with(context.macros());
    }

    @Override
    public RequestValidation validateRequest(AdRequest request) {
        var findings = new ArrayList<>(RequestValidation.of(request).findings());
        List<String> urls = upstream.endpoints().stream().map(Endpoint::url).toList();
        upstream.description().request().missing(urls, request).forEach(field -> findings.add(Finding.of(
                "CUSTOM-REQUEST-FIELD", Severity.ERROR, "The URL needs “" + field + "”, which the request lacks.")));
        return new RequestValidation(findings);
    }

    @Override
    public String protocol() {
        return "custom";
    }

    @Override
    public String cacheIdentity() {
        return upstream.identity();
    }
}
