package io.spotcheck.protocol.openrtb;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.Resource;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.openrtb.auction.Offer;
import io.spotcheck.protocol.openrtb.nativead.MalformedNativeException;
import io.spotcheck.protocol.openrtb.nativead.NativeAd;
import io.spotcheck.protocol.openrtb.nativead.NativeAd.Asset;
import io.spotcheck.protocol.openrtb.nativead.NativeReader;
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
import io.spotcheck.upstream.UpstreamPolicy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes an ad of native markup: its pictures are resources of one creative, its video is VAST, its title and texts
 * stand as facts, its trackers are beacons (OpenRTB Native 1.2 §5). Assets that stand elsewhere are fetched as any
 * document is.
 */
final class NativeAssembly {

    /** Of what image types a creative shows the main picture first (§7.5). */
    private static final int MAIN = 3;
    private static final int SPONSORED = 1;
    private static final int NO_CONTENT = 204;
    private static final String SPEC = "OpenRTB Native 1.2 ";
    /** Behind the event of a tracker that is a script: it is to be run by a page, and is no beacon to call. */
    private static final String SCRIPT = "Script";

    private final CarriedVast vast;
    private final UpstreamPolicy policy;
    private final AdRequest asked;
    private final FetchContext context;
    private final NativeReader reader = new NativeReader();

    NativeAssembly(CarriedVast vast, UpstreamPolicy policy, AdRequest asked, FetchContext context) {
        this.vast = vast;
        this.policy = policy;
        this.asked = asked;
        this.context = context;
    }

    MarkupServing.Served assemble(String markup, String label, String base, Offer offer, Endpoint wire, OpenNode node,
                                  List<String> chain) {
        OpenNode document = node.open(NodeKind.DOCUMENT, label);
        document.source(new Source(label, Source.Syntax.JSON, markup));
        NativeReader.Result read;
        try {
            read = reader.read(markup);
        } catch (MalformedNativeException wrong) {
            document.finding(Finding.of("OPENRTB-NATIVE-MALFORMED", Severity.ERROR, wrong.getMessage())
                    .at(wrong.location()).by(SPEC + "§5.1"));
            document.fail(wrong.getMessage());
            return MarkupServing.Served.failed(AdError.of(ErrorCode.MALFORMED, wrong.getMessage(), document.id())
                    .at(wrong.location()));
        }
        read.findings().forEach(document::finding);
        NativeAd ad = read.ad();
        var failures = new ArrayList<AdError>();
        if (ad.assetsUrl().isPresent()) {
            Optional<NativeAd> fetched = assets(ad.assetsUrl().get(), wire, document, chain, failures);
            if (fetched.isPresent()) {
                ad = ad.withAssets(fetched.get());
            } else if (!ad.assets().isEmpty()) {
                document.finding(Finding.of("OPENRTB-NATIVE-ASSETS-OWN", Severity.WARNING, "The assets at assetsurl "
                        + "are not to be had; those in the ad take their place.").by(SPEC + "§5.1"));
            }
        }
        ad.dcoUrl().ifPresent(url -> document.finding(Finding.of("OPENRTB-NATIVE-DCO", Severity.INFO, "Spotcheck does "
                + "not build dynamic creatives: it leaves dcourl alone.").by(SPEC + "§5.1")));
        if (ad.assets().isEmpty()) {
            AdError error = failures.isEmpty() ? AdError.of(ErrorCode.UNSUPPORTED, "The native ad has no assets but a "
                    + "dynamic creative, which Spotcheck does not build.", document.id()) : failures.getFirst();
            document.fail(error.message());
            return MarkupServing.Served.of(List.of(), Optional.of(error), failures.isEmpty() ? List.of(error)
                    : failures);
        }
        return new Assembling(ad, base, offer, wire, document, chain, failures).served();
    }

    /** The assets at an address: whoever offers the placement must use them in place of those in the ad (§6.3). */
    private Optional<NativeAd> assets(String url, Endpoint wire, OpenNode parent, List<String> chain,
                                      List<AdError> failures) {
        OpenNode document = parent.open(NodeKind.DOCUMENT, url);
        chain.add(url);
        Optional<NativeAd> assets = Optional.empty();
        switch (new DocumentFetcher(policy, context.session()).fetch(wire, url, document, context.deadline())) {
            case FetchOutcome.Failed failed -> failed(document, failed.error(), failures);
            case FetchOutcome.Fetched fetched -> {
                String text = fetched.response().body().text(StandardCharsets.UTF_8);
                if (fetched.response().status() == NO_CONTENT || text.isBlank()) {
                    failed(document, AdError.of(ErrorCode.NO_AD, "There is nothing at assetsurl.", document.id())
                            .atUrl(fetched.url()), failures);
                    break;
                }
                document.source(new Source(fetched.url(), Source.Syntax.JSON, text));
                assets = read(text, fetched.url(), document, failures);
            }
        }
        return assets;
    }

    private Optional<NativeAd> read(String text, String url, OpenNode document, List<AdError> failures) {
        try {
            NativeReader.Result read = reader.readAssets(text);
            read.findings().forEach(document::finding);
            document.succeed("These assets take the place of those in the ad.");
            return Optional.of(read.ad());
        } catch (MalformedNativeException wrong) {
            failed(document, AdError.of(ErrorCode.MALFORMED, wrong.getMessage(), document.id()).atUrl(url)
                    .at(wrong.location()), failures);
            return Optional.empty();
        }
    }

    private static void failed(OpenNode document, AdError error, List<AdError> failures) {
        document.fail(error.message());
        failures.add(error);
    }

    private final class Assembling {

        private final NativeAd ad;
        private final String base;
        private final Offer offer;
        private final Endpoint wire;
        private final OpenNode document;
        private final List<String> chain;
        private final List<Creative> creatives = new ArrayList<>();
        private final List<TrackingUrl> tracking = new ArrayList<>();
        private final List<AdError> failures;

        private Assembling(NativeAd ad, String base, Offer offer, Endpoint wire, OpenNode document,
                           List<String> chain, List<AdError> failures) {
            this.failures = failures;
            this.ad = ad;
            this.base = base;
            this.offer = offer;
            this.wire = wire;
            this.document = document;
            this.chain = chain;
        }

        private MarkupServing.Served served() {
            document.fact("native version", ad.version().orElse("1.2"));
            ad.privacy().ifPresent(url -> document.fact("privacy", url));
            ad.trackers().forEach(this::track);
            ad.link().ifPresent(link -> link.trackers().forEach(this::track));
            var pictures = new ArrayList<Asset.Image>();
            var texts = new ArrayList<String>();
            Optional<String> title = Optional.empty();
            Optional<String> sponsor = Optional.empty();
            for (Asset asset : ad.assets()) {
                asset.link().ifPresent(link -> link.trackers().forEach(this::track));
                switch (asset) {
                    case Asset.Title t -> {
                        title = title.or(() -> Optional.of(t.text()));
                        leaf("title", t).fact("text", t.text());
                    }
                    case Asset.Image image -> {
                        pictures.add(image);
                        leaf("image", image).fact("url", image.url());
                    }
                    case Asset.Data data -> {
                        if (data.type().orElse(0) == SPONSORED) {
                            sponsor = sponsor.or(() -> Optional.of(data.value()));
                        }
                        texts.add(data.value());
                        leaf("text", data).fact("text", data.value());
                    }
                    case Asset.Video video -> video(video);
                }
            }
            if (!pictures.isEmpty() || creatives.isEmpty()) {
                creatives.add(0, shown(pictures, title, texts));
            }
            document.succeed();
            Ad made = BidAds.of(offer.bid(), title, creatives, tracking, document);
            Ad named = sponsor.isEmpty() ? made : new Ad(made.id(), made.sequence(), made.adSystem(), made.adTitle(),
                    sponsor, made.adServingId(), made.universalAdIds(), made.creatives(), made.verifications(),
                    made.tracking(), made.extensions(), made.nodeId());
            return MarkupServing.Served.of(List.of(named), Optional.empty(), failures);
        }

        private OpenNode leaf(String what, Asset asset) {
            OpenNode leaf = document.open(NodeKind.CREATIVE, what + (asset.id().isPresent()
                    ? " " + asset.id().getAsInt() : ""), asset.location());
            leaf.succeed();
            return leaf;
        }

        private void track(NativeAd.EventTracker tracker) {
            if (tracker.script()) {
                document.finding(Finding.of("OPENRTB-NATIVE-SCRIPT", Severity.INFO, "A script wants to run at the "
                        + "event “" + tracker.event() + "”. A page runs it; Spotcheck names it and does not call it.")
                        .at(tracker.location()).by(SPEC + "§5.8"));
            }
            tracking.add(new TrackingUrl(tracker.event() + (tracker.script() ? SCRIPT : ""), tracker.url(), 0,
                    Optional.empty(), document.id(), Optional.of(tracker.location())));
        }

        private void video(Asset.Video video) {
            var result = vast.resolve(new Carried.Text(video.vast(), "video of the native ad", base), wire,
                    Allowance.everything(), asked, MacroValues.none(), context.below(document));
            chain.addAll(result.chain());
            failures.addAll(result.failures());
            result.ads().stream().findFirst().ifPresent(played -> {
                creatives.addAll(played.creatives());
                tracking.addAll(played.tracking());
            });
        }

        /** The pictures as one thing to show, the main one first; without a picture, the title stands for it. */
        private Creative shown(List<Asset.Image> pictures, Optional<String> title, List<String> texts) {
            Optional<Asset.Image> main = pictures.stream().filter(p -> p.type().orElse(0) == MAIN).findFirst()
                    .or(() -> pictures.stream().max(Comparator.comparingInt(
                            p -> p.width().orElse(0) * p.height().orElse(0))));
            var resources = new ArrayList<Resource>();
            main.ifPresent(p -> resources.add(picture(p)));
            pictures.stream().filter(p -> main.filter(m -> m != p).isPresent()).forEach(p -> resources.add(picture(p)));
            var lines = new ArrayList<String>();
            title.ifPresent(lines::add);
            lines.addAll(texts);
            return new Creative.Companion(offer.bid().text("crid"),
                    main.map(Asset.Image::width).orElse(OptionalInt.empty()),
                    main.map(Asset.Image::height).orElse(OptionalInt.empty()), Optional.of("native"), resources,
                    ad.link().map(NativeAd.Link::url), lines.isEmpty() ? Optional.empty()
                    : Optional.of(String.join(" · ", lines)), document.id());
        }

        private static Resource picture(Asset.Image image) {
            return new Resource(Resource.Kind.STATIC, Optional.empty(), image.url());
        }
    }
}
