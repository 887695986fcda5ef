package io.spotcheck.protocol.openrtb;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.protocol.EventBeacons;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.RequestValidation;
import io.spotcheck.protocol.TrackContext;
import io.spotcheck.protocol.openrtb.macro.AuctionMacros;
import io.spotcheck.protocol.openrtb.macro.Base64Encoder;
import io.spotcheck.protocol.openrtb.macro.MacroEncoder;
import io.spotcheck.protocol.openrtb.request.RequestBuilder;
import io.spotcheck.protocol.vast.KeptForBeacons;
import io.spotcheck.protocol.vast.VastTracking;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import io.spotcheck.tracking.BeaconCall;
import io.spotcheck.tracking.TrackingResult;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.UUID;

/** Speaks OpenRTB 2.5 and 2.6: asks bidders, holds the auction, serves the winner's markup, and tracks its events. */
public final class OpenRtbProtocolHandler implements ProtocolHandler {

    /** The protocol's name. */
    public static final String PROTOCOL = "openrtb";

    private final OpenRtbUpstream upstream;
    private final MacroEngine engine;
    private final Clock clock;
    private final RequestBuilder builder;
    private final AuctionMacros macros;
    private final VastTracking tracking;

    /** A handler for this upstream. */
    public OpenRtbProtocolHandler(OpenRtbUpstream upstream) {
        this(upstream, new MacroEngine(), Clock.systemUTC());
    }

    /** A handler for this upstream that fills VAST's macros by this engine and tells the time by this clock. */
    public OpenRtbProtocolHandler(OpenRtbUpstream upstream, MacroEngine engine, Clock clock) {
        this.upstream = Objects.requireNonNull(upstream, "upstream");
        this.engine = Objects.requireNonNull(engine, "engine");
        this.clock = Objects.requireNonNull(clock, "clock");
        builder = new RequestBuilder(upstream.options().template(), () -> UUID.randomUUID().toString());
        macros = new AuctionMacros(encoders(upstream.options()));
        tracking = new VastTracking(engine);
    }

    private static List<MacroEncoder> encoders(OpenRtbOptions options) {
        var encoders = new ArrayList<MacroEncoder>();
        encoders.add(new Base64Encoder());
        ServiceLoader.load(MacroEncoder.class).forEach(encoders::add);
        encoders.addAll(options.encoders());
        return encoders;
    }

    @Override
    public AdResponse fetch(AdRequest request, FetchContext context) {
        Duration time = context.deadline().remainingAtMost(upstream.policy().hopTimeout());
        RequestBuilder.Built built;
        try {
            built = builder.build(request, time);
        } catch (IllegalArgumentException wrong) {
            return AdResponse.failed(request.slotId(), AdError.of(ErrorCode.INVALID_REQUEST, wrong.getMessage(),
                    context.root().id())).build();
        }
        built.findings().forEach(context.root()::finding);
        return new OpenRtbResolver(upstream, engine, macros, built.request(), request, context).resolve();
    }

    /**
     * Hands every beacon of an event to the context's tracker. The events {@code win} and {@code loss} are those of the
     * auction; {@code billing} goes with {@code impression} (OpenRTB 2.6 §4.2.3).
     */
    @Override
    public TrackingResult track(String event, AdResponse response, TrackContext context) {
        var beacons = new ArrayList<>(EventBeacons.of(event, response, context));
        if (event.equalsIgnoreCase("impression")) {
            beacons.addAll(EventBeacons.of(Notices.BILLING, response, context));
        }
        if (event.equalsIgnoreCase(Notices.LOSS) && beacons.isEmpty()) {
            beacons.addAll(response.trackingUrls(Notices.LOSS).toList());
        }
        return EventBeacons.sendEach(event, beacons, response, context,
                (beacon, ofAd) -> call(beacon, response, ofAd));
    }

    /** Notices are filled when the auction is decided, but for the time of the impression. */
    private BeaconCall call(TrackingUrl beacon, AdResponse response, TrackContext context) {
        return switch (beacon.event()) {
            case Notices.WIN, Notices.LOSS -> BeaconCall.of(beacon, beacon.url());
            case Notices.BILLING -> BeaconCall.of(beacon, macros.fill(beacon.url(),
                    Map.of(AuctionMacros.IMPRESSION_TIME, String.valueOf(clock.millis())), List.of()).text());
            default -> new BeaconCall(beacon, tracking.substitute(beacon, response, context),
                    KeptForBeacons.in(response).headers());
        };
    }

    @Override
    public RequestValidation validateRequest(AdRequest request) {
        var findings = new ArrayList<>(RequestValidation.of(request).findings());
        try {
            builder.build(request, upstream.policy().hopTimeout());
        } catch (IllegalArgumentException wrong) {
            findings.add(Finding.of("OPENRTB-REQUEST", Severity.ERROR, sentence(wrong.getMessage())));
        }
        return new RequestValidation(findings);
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    @Override
    public String protocol() {
        return PROTOCOL;
    }

    @Override
    public String cacheIdentity() {
        return upstream.identity();
    }
}
