package io.spotcheck.protocol.openrtb;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Bid;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroContext;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.SideBySide;
import io.spotcheck.protocol.openrtb.auction.Auction;
import io.spotcheck.protocol.openrtb.consent.ConsentStrings;
import io.spotcheck.protocol.openrtb.macro.AuctionMacros;
import io.spotcheck.protocol.openrtb.request.BidRequest;
import io.spotcheck.protocol.openrtb.response.BidResponse;
import io.spotcheck.protocol.openrtb.response.BidResponseReader;
import io.spotcheck.protocol.openrtb.response.OfferedBid;
import io.spotcheck.protocol.vast.RequestMapping;
import io.spotcheck.protocol.vast.catalogue.MacroTable;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import io.spotcheck.upstream.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers one request: asks the bidders one after the other or all at once, and holds the auction. Serves once. */
final class OpenRtbResolver {

    private final OpenRtbUpstream upstream;
    private final MacroEngine engine;
    private final AuctionMacros macros;
    private final BidRequest request;
    private final AdRequest asked;
    private final FetchContext context;
    private final BidderCall call;
    private final List<String> chain = new ArrayList<>();
    private final List<AdError> failures = new ArrayList<>();
    private final List<Bid> bids = new ArrayList<>();
    private final List<TrackingUrl> losses = new ArrayList<>();
    /** How long all winners wait for the impression; those that do not say it do not wait (OpenRTB 2.6 §7.2). */
    private Duration bestBefore = Duration.ZERO;
    private Optional<AdError> firstError = Optional.empty();
    private Optional<String> firstText = Optional.empty();

    OpenRtbResolver(OpenRtbUpstream upstream, MacroEngine engine, AuctionMacros macros, BidRequest request,
                    AdRequest asked, FetchContext context) {
        this.upstream = upstream;
        this.engine = engine;
        this.macros = macros;
        this.request = request;
        this.asked = asked;
        this.context = context;
        call = new BidderCall(request, upstream.options(), upstream.policy(), context,
                new BidResponseReader());
    }

    AdResponse resolve() {
        describeRequest();
        return upstream.options().together() ? together() : oneAfterTheOther();
    }

    private void describeRequest() {
        context.root().fact("bid request", request.id());
        context.root().fact("openrtb version", upstream.options().template().version().number());
        context.root().fact("auction type", switch (request.auctionType()) {
            case 1 -> "1, first price";
            case 2 -> "2, second price plus";
            default -> request.auctionType() + ", the exchange's own";
        });
        ConsentStrings consent = ConsentStrings.of(request.root());
        consent.facts().forEach(context.root()::fact);
        consent.findings().forEach(context.root()::finding);
    }

    private AdResponse oneAfterTheOther() {
        for (int i = 0; i < upstream.bidders().size(); i++) {
            Endpoint bidder = upstream.bidders().get(i);
            String url = url(bidder);
            chain.add(url);
            BidderAnswer answer = call.ask(bidder, url);
            firstText = firstText.or(answer::answered);
            switch (answer) {
                case BidderAnswer.None none -> failed(none.error());
                case BidderAnswer.Bids bidding -> {
                    AuctionRun.Result result = auction(List.of(bidding));
                    if (!result.ads().isEmpty()) {
                        return served(result, i > 0, bidding.body());
                    }
                }
            }
            boolean calledOff = failures.stream().anyMatch(f -> f.code() == ErrorCode.CANCELLED);
            if (calledOff || context.deadline().hasPassed()) {
                return nothing(i > 0);
            }
        }
        return nothing(upstream.bidders().size() > 1);
    }

    private AdResponse together() {
        List<BidderAnswer> answers = askAll();
        answers.forEach(answer -> firstText = firstText.or(answer::answered));
        var bidding = new ArrayList<BidderAnswer.Bids>();
        for (BidderAnswer answer : answers) {
            switch (answer) {
                case BidderAnswer.None none -> failures.add(none.error());
                case BidderAnswer.Bids some -> bidding.add(some);
            }
        }
        Optional<AdError> calledOff = failures.stream().filter(f -> f.code() == ErrorCode.CANCELLED).findFirst();
        if (calledOff.isPresent()) {
            firstError = calledOff;
            return nothing(false);
        }
        if (bidding.isEmpty()) {
            // Who answered that it does not bid says more than who did not answer.
            firstError = failures.stream().filter(f -> f.code() == ErrorCode.NO_BID).findFirst()
                    .or(() -> failures.stream().findFirst());
            return nothing(false);
        }
        AuctionRun.Result result = auction(bidding);
        return result.ads().isEmpty() ? nothing(false) : served(result, false, bidding.getFirst().body());
    }

    /** All bidders at once, by one clock: the time of each began when that of the first did. */
    private List<BidderAnswer> askAll() {
        List<Called> bidders = upstream.bidders().stream().map(bidder -> new Called(bidder, url(bidder))).toList();
        bidders.forEach(bidder -> chain.add(bidder.url()));
        return SideBySide.all(bidders, bidder -> call.ask(bidder.endpoint(), bidder.url()));
    }

    /** A bidder, and the URL that it is asked at. */
    private record Called(Endpoint endpoint, String url) {
    }

    private AuctionRun.Result auction(List<BidderAnswer.Bids> answers) {
        Replayed replayed = replayed(answers);
        var notices = new Notices(replayed.request, upstream.options().policy(), macros);
        var auction = new Auction(replayed.request, upstream.options().policy());
        var serving = new MarkupServing(upstream, engine, auction, replayed.request, asked, notices, context);
        AuctionRun.Result result = new AuctionRun(auction, serving, notices, upstream.options().nextBest(),
                replayed.answers).run();
        chain.addAll(serving.chain());
        failures.addAll(result.failures());
        bids.addAll(result.bids());
        losses.addAll(result.losses());
        bestBefore = result.bestBefore();
        firstError = firstError.or(result::error);
        return result;
    }

    /** The request and the answers as the auction sees them. */
    private record Replayed(BidRequest request, List<BidderAnswer.Bids> answers) {
    }

    /** An answer from a file or from memory was written for another request: its identifiers count. */
    private Replayed replayed(List<BidderAnswer.Bids> answers) {
        if (upstream.options().template().complete().isPresent()
                || answers.stream().anyMatch(a -> isNetwork(a.endpoint()))) {
            return new Replayed(request, answers);
        }
        String id = answers.stream().flatMap(a -> a.offers().id().stream()).findFirst().orElse(request.id());
        List<String> impressions = answers.stream().flatMap(a -> a.offers().seats().stream())
                .flatMap(seat -> seat.bids().stream()).map(OfferedBid::impId).flatMap(Optional::stream).distinct()
                .toList();
        if (!id.equals(request.id())) {
            answers.getFirst().node().finding(Finding.of("OPENRTB-RESPONSE-REPLAYED", Severity.INFO,
                    "The answer was not made for this request: the auction takes over its identifiers."));
        }
        return new Replayed(request.answeredBy(id, impressions), answers.stream()
                .map(a -> a.withOffers(new BidResponse.Offers(Optional.of(id), a.offers().bidId(),
                        a.offers().currency(), a.offers().seats()))).toList());
    }

    private static boolean isNetwork(Endpoint endpoint) {
        String url = endpoint.url().toLowerCase(Locale.ROOT);
        return url.startsWith("http://") || url.startsWith("https://");
    }

    private String url(Endpoint bidder) {
        return engine.substitute(bidder.url(), RequestMapping.macrosOnly().macros(asked, context.session()),
                MacroTable.standard(), MacroContext.REQUEST).after();
    }

    private void failed(AdError error) {
        failures.add(error);
        firstError = firstError.or(() -> Optional.of(error));
    }

    private AdResponse served(AuctionRun.Result result, boolean usedFallback, String body) {
        var beacons = new ArrayList<TrackingUrl>();
        result.ads().stream().map(Ad::tracking).forEach(beacons::addAll);
        beacons.addAll(losses);
        AdResponse.Builder response = AdResponse.served(asked.slotId()).ads(result.ads()).trackingUrls(beacons)
                .usedFallback(usedFallback);
        return finish(response, result.winner(), Optional.of(body));
    }

    private AdResponse nothing(boolean usedFallback) {
        var beacons = new ArrayList<TrackingUrl>();
        beacons.addAll(firstError.orElseThrow().beacons());
        beacons.addAll(losses);
        AdResponse.Builder response = AdResponse.failed(asked.slotId(), firstError.orElseThrow())
                .trackingUrls(beacons).usedFallback(usedFallback);
        return finish(response, Optional.empty(), firstText);
    }

    private AdResponse finish(AdResponse.Builder response, Optional<Bid> winner, Optional<String> body) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        winner.ifPresent(bid -> {
            extensions.put("bid_price", bid.price());
            extensions.put("bid_currency", bid.currency());
            bid.clearingPrice().ifPresent(price -> extensions.put("clearing_price", price));
        });
        extensions.put("openrtb_request", request.text());
        body.ifPresent(text -> extensions.put("openrtb_response", text));
        firstText.ifPresent(response::rawResponse);
        return response.protocol(OpenRtbProtocolHandler.PROTOCOL).bids(bids).failures(failures).resolutionChain(chain)
                .cacheableFor(bestBefore)
                .extensions(RequestMapping.macrosOnly().keptForBeacons(asked, context.session()).among(extensions))
                .build();
    }
}
