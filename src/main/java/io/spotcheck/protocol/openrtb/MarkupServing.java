package io.spotcheck.protocol.openrtb;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.Resource;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.openrtb.auction.Auction;
import io.spotcheck.protocol.openrtb.auction.Decision;
import io.spotcheck.protocol.openrtb.auction.Exclusion;
import io.spotcheck.protocol.openrtb.request.BidRequest;
import io.spotcheck.protocol.openrtb.request.Impression;
import io.spotcheck.protocol.openrtb.response.OfferedBid;
import io.spotcheck.protocol.vast.Allowance;
import io.spotcheck.protocol.vast.Carried;
import io.spotcheck.protocol.vast.CarriedVast;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Source;
import io.spotcheck.upstream.DocumentFetcher;
import io.spotcheck.upstream.Endpoint;
import io.spotcheck.upstream.FetchOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes ads of the markup of winning bids: in the bid itself, else served on the win notice (OpenRTB 2.6 §4.3). */
final class MarkupServing {

    private static final int NO_CONTENT = 204;

    private final OpenRtbUpstream upstream;
    private final CarriedVast vast;
    private final NativeAssembly natives;
    private final Auction auction;
    private final BidRequest request;
    private final AdRequest asked;
    private final Notices notices;
    private final FetchContext context;
    private final List<String> chain = new ArrayList<>();

    MarkupServing(OpenRtbUpstream upstream, MacroEngine macros, Auction auction, BidRequest request, AdRequest asked,
                  Notices notices, FetchContext context) {
        this.upstream = upstream;
        this.auction = auction;
        vast = new CarriedVast(upstream.policy(), upstream.maxWrappers(), macros);
        natives = new NativeAssembly(vast, upstream.policy(), asked, context);
        this.request = request;
        this.asked = asked;
        this.notices = notices;
        this.context = context;
    }

    /**
     * What came of a markup.
     *
     * @param ads      the ads; none when it failed
     * @param error    why there is none
     * @param failures everything that failed on the way
     * @param refused  why the auction would have refused it, had it known it before
     */
    record Served(List<Ad> ads, Optional<AdError> error, List<AdError> failures, Optional<Exclusion> refused) {

        Served {
            ads = List.copyOf(ads);
            failures = List.copyOf(failures);
        }

        static Served of(List<Ad> ads, Optional<AdError> error, List<AdError> failures) {
            return new Served(ads, error, failures, Optional.empty());
        }

        static Served failed(AdError error) {
            return of(List.of(), Optional.of(error), List.of(error));
        }

        static Served refused(AdError error, Exclusion why) {
            return new Served(List.of(), Optional.of(error), List.of(error), Optional.of(why));
        }
    }

    /** The URLs that were asked for, in order. */
    List<String> chain() {
        return chain;
    }

    /**
     * Makes ads of a winner.
     *
     * @param node the node of the bid, which stays open
     */
    Served serve(Decision winner, BidderAnswer.Bids answer, OpenNode node) {
        OfferedBid bid = winner.offer().bid();
        Optional<String> inBid = bid.markup();
        if (inBid.isPresent()) {
            String markup = notices.markup(inBid.get(), winner, node, bid.element().member("adm"));
            Served served = serve(markup, answer.url(), winner, answer.endpoint(), node);
            return withBeacons(served, winner, node, true);
        }
        return withBeacons(onWinNotice(winner, answer, node), winner, node, false);
    }

    /** The win notice is called here, and not once more as a beacon. */
    private Served onWinNotice(Decision winner, BidderAnswer.Bids answer, OpenNode node) {
        OfferedBid bid = winner.offer().bid();
        String url = notices.filled(bid.winUrl().orElseThrow().strip(), winner, node, bid.element().member("nurl"));
        OpenNode document = node.open(NodeKind.DOCUMENT, url);
        chain.add(url);
        var fetcher = new DocumentFetcher(upstream.policy(), context.session());
        return switch (fetcher.fetch(answer.endpoint(), url, document, context.deadline())) {
            case FetchOutcome.Failed failed -> {
                document.fail(failed.error().message());
                yield Served.failed(failed.error());
            }
            case FetchOutcome.Fetched fetched -> {
                String text = fetched.response().body().text(StandardCharsets.UTF_8);
                if (fetched.response().status() == NO_CONTENT || text.isBlank()) {
                    document.fail("The win notice serves no markup.");
                    yield Served.failed(AdError.of(ErrorCode.NO_AD,
                            "The bid has no markup, and its win notice serves none.", document.id()).atUrl(url));
                }
                document.source(new Source(fetched.url(), syntax(text), text));
                String markup = notices.markup(text, winner, document, Optional.empty());
                Optional<Exclusion> unwanted = auction.judge(winner.offer(), markup);
                if (unwanted.isPresent()) {
                    document.fail(unwanted.get().message());
                    yield Served.refused(AdError.of(ErrorCode.NO_AD, unwanted.get().message(), document.id())
                            .atUrl(fetched.url()), unwanted.get());
                }
                Served served = serve(markup, fetched.url(), winner, answer.endpoint(), document);
                served.error().ifPresentOrElse(why -> document.fail("No ad came of it."),
                        () -> document.succeed("The win notice serves the markup."));
                yield served;
            }
        };
    }

    private Served serve(String markup, String base, Decision winner, Endpoint wire, OpenNode node) {
        Optional<Impression.Kind> kind = winner.offer().impression(request).flatMap(i -> winner.offer().kind(i));
        MarkupKind written = MarkupKind.of(markup, kind);
        kind.filter(said -> !written.fits(said)).ifPresent(said -> node.finding(Finding.of("OPENRTB-MARKUP-TYPE",
                Severity.WARNING, "The bid is one for " + said.member() + ", and its markup is " + switch (written) {
                    case VAST, VAST_ADDRESS -> "VAST.";
                    case NATIVE -> "JSON.";
                    case HTML -> "HTML.";
                }).by("OpenRTB 2.6 §4.2.3")));
        String label = "markup of bid " + winner.offer().bid().name();
        var inBid = context.below(node);
        return switch (written) {
            case VAST -> of(vast.resolve(new Carried.Text(markup, label, base), wire, Allowance.everything(), asked,
                    MacroValues.none(), inBid));
            case VAST_ADDRESS -> of(vast.resolveTag(markup.strip(), base, wire, Allowance.everything(), asked,
                    MacroValues.none(), inBid));
            case NATIVE -> natives.assemble(markup, label, base, winner.offer(), wire, node, chain);
            case HTML -> banner(markup, label, winner.offer().bid(), node);
        };
    }

    private Served of(CarriedVast.Result result) {
        chain.addAll(result.chain());
        return Served.of(result.ads(), result.error(), result.failures());
    }

    private Served banner(String markup, String label, OfferedBid bid, OpenNode node) {
        OpenNode document = node.open(NodeKind.DOCUMENT, label);
        document.source(new Source(label, Source.Syntax.HTML, markup));
        boolean address = MarkupKind.isAddress(markup.strip());
        var resource = address ? new Resource(Resource.Kind.IFRAME, Optional.empty(), markup.strip())
                : new Resource(Resource.Kind.HTML, Optional.of("text/html"), markup);
        OpenNode creative = document.open(NodeKind.CREATIVE, "banner" + (bid.integer("w").isPresent()
                && bid.integer("h").isPresent() ? " " + bid.integer("w").getAsInt() + "x"
                + bid.integer("h").getAsInt() : ""));
        creative.succeed();
        document.succeed();
        var banner = new Creative.Companion(bid.text("crid"), bid.integer("w"), bid.integer("h"), Optional.empty(),
                List.of(resource), Optional.empty(), Optional.empty(), creative.id());
        return Served.of(List.of(BidAds.of(bid, Optional.empty(), List.of(banner), List.of(), node)), Optional.empty(),
                List.of());
    }

    /** The bid's notices go with its first ad, so that each is sent once. */
    private Served withBeacons(Served served, Decision winner, OpenNode node, boolean winIsDue) {
        if (served.ads().isEmpty()) {
            return served;
        }
        var notified = new ArrayList<TrackingUrl>();
        if (winIsDue) {
            notices.win(winner, node).ifPresent(notified::add);
        }
        notices.billing(winner, node).ifPresent(notified::add);
        var ads = new ArrayList<>(served.ads());
        notified.addAll(ads.getFirst().tracking());
        ads.set(0, BidAds.described(ads.getFirst().withTracking(notified), winner.offer().bid()));
        return Served.of(ads, served.error(), served.failures());
    }

    private static Source.Syntax syntax(String text) {
        String start = text.stripLeading();
        if (start.startsWith("{")) {
            return Source.Syntax.JSON;
        }
        return MarkupKind.of(text, Optional.empty()) == MarkupKind.VAST ? Source.Syntax.XML : Source.Syntax.HTML;
    }
}
