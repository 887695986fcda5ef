package io.spotcheck.protocol.vast;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdDetails;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.Pricing;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.ad.Verification;
import io.spotcheck.protocol.vast.document.Beacon;
import io.spotcheck.protocol.vast.document.VastAd;
import io.spotcheck.protocol.vast.document.VastCreative;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Makes an ad of an inline ad and of what the wrappers above it contribute, and writes its nodes. */
final class InLineAssembly {

    private final Terms terms;
    private final Screening screening;
    private final LinearAssembly linears;

    InLineAssembly(Terms terms) {
        this.terms = terms;
        screening = new Screening(terms);
        linears = new LinearAssembly(terms);
    }

    /**
     * Makes the ad.
     *
     * @param inLine the inline ad
     * @param trail  the way to its document
     * @param node   its node, closed by this
     * @param beside hears of what fails and does not cost the ad
     */
    Outcome assemble(VastAd.InLine inLine, Trail trail, OpenNode node, Consumer<AdError> beside) {
        VastAd.Definition definition = inLine.definition();
        int hop = trail.hop();
        var tracking = new ArrayList<>(trail.beacons(inLine));
        definition.beacons().forEach(b -> tracking.add(b.at(hop, node.id())));
        definition.verifications().forEach(v -> addTracking(tracking, v.beacons(), hop, node.id()));
        List<TrackingUrl> toTell = tracking.stream()
                .filter(t -> t.scope() == TrackingUrl.Scope.AD && t.event().equals("error")).toList();
        Optional<Refusal> refused = screening.refuse(inLine, trail);
        if (refused.isPresent()) {
            return failed(refused.get().on(node.id()), toTell, node);
        }
        screening.doubt(inLine, trail).ifPresent(node::finding);
        var creatives = new ArrayList<Creative>();
        Optional<AdError> fault = show(definition, trail, node, creatives, tracking);
        var companions = new CompanionSelection(terms, trail);
        creatives.addAll(companions.ofWrappers(definition, tracking));
        boolean playable = creatives.stream().anyMatch(c -> switch (c) {
            case Creative.Linear linear -> linear.chosen().isPresent();
            case Creative.NonLinear overlay -> OverlayCheck.isShowable(overlay, terms);
            case Creative.Companion companion -> trail.allowance().companionsAlone()
                    && !companion.resources().isEmpty();
        });
        if (!playable) {
            return failed(fault.orElseGet(() -> nothingToShow(definition, node)), toTell, node);
        }
        Optional<Refusal> missing = companions.refuse(definition);
        if (missing.isPresent()) {
            return failed(missing.get().on(node.id()), toTell, node);
        }
        companions.without(definition).ifPresent(fell -> beside.accept(fell.on(node.id()).withBeacons(toTell)));
        NotRun.of(definition, trail, terms).forEach(idle -> beside.accept(idle.on(node.id()).withBeacons(toTell)));
        node.succeed();
        return new Outcome.Served(List.of(ad(inLine, trail, creatives, tracking, node)));
    }

    /** Shows the ad's own creatives, and says what is wrong with the first that cannot be shown. */
    private Optional<AdError> show(VastAd.Definition definition, Trail trail, OpenNode node,
                                   List<Creative> creatives, List<TrackingUrl> tracking) {
        Optional<AdError> fault = Optional.empty();
        for (VastCreative declared : definition.creatives()) {
            OpenNode at = node.open(NodeKind.CREATIVE, label(declared), declared.element().location());
            addTracking(tracking, declared.beacons(), trail.hop(), at.id());
            Optional<Refusal> refusal = switch (declared) {
                case VastCreative.Linear linear -> {
                    Creative.Linear made = linears.assemble(linear, definition.details().type(), trail, at, tracking);
                    creatives.add(made);
                    yield made.chosen().isPresent() ? Optional.empty() : Optional.of(LinearAssembly.refusal(linear));
                }
                case VastCreative.NonLinear overlay -> {
                    creatives.add(new Creative.NonLinear(overlay.id(), overlay.width(), overlay.height(),
                            overlay.minSuggestedDuration(), overlay.resources(), overlay.clickThrough(),
                            overlay.apiFramework(), overlay.details(), at.id()));
                    yield OverlayCheck.refuse(overlay, terms);
                }
                case VastCreative.Companion companion -> {
                    creatives.add(CompanionSelection.companion(companion, trail.hop(), at));
                    yield Optional.empty();
                }
            };
            if (refusal.isPresent()) {
                AdError error = refusal.get().on(at.id());
                at.fail(error.message());
                fault = fault.or(() -> Optional.of(error));
            } else {
                at.succeed();
            }
        }
        return fault;
    }

    private static Ad ad(VastAd.InLine inLine, Trail trail, List<Creative> creatives, List<TrackingUrl> tracking,
                         OpenNode node) {
        VastAd.Definition definition = inLine.definition();
        int hop = trail.hop();
        var verifications = new ArrayList<>(trail.verifications());
        definition.verifications().forEach(v -> verifications.add(
                new Verification(v.vendor(), hop, v.resources(), v.parameters())));
        var extensions = new ArrayList<>(trail.extensions());
        extensions.addAll(definition.extensions());
        AdDetails own = definition.details();
        Optional<Pricing> pricing = trail.pricing().or(() -> own.pricing()
                .map(p -> new Pricing(p.value(), p.model(), p.currency(), hop)));
        var details = new AdDetails(own.type(), own.conditional(), own.adSystemVersion(), own.description(),
                own.advertiserId(), own.categories(), trail.blockedCategories(), pricing, own.surveys(),
                own.expires());
        OptionalInt place = trail.sequence().isPresent() ? trail.sequence() : definition.sequence();
        return new Ad(definition.id(), place, definition.adSystem(), inLine.adTitle(), inLine.advertiser(),
                inLine.adServingId(), inLine.universalAdIds(), creatives, verifications, tracking, extensions,
                details, node.id());
    }

    /** An answer that is there and empty is no answer (VAST 4.3 §2.3.6.4). */
    private static AdError nothingToShow(VastAd.Definition definition, OpenNode node) {
        return AdError.of(ErrorCode.NO_AD, definition.creatives().isEmpty() ? "The ad has no creative."
                        : "The ad has no creative that can be shown.", node.id()).withProtocolCode(VastCode.NO_AD)
                .at(definition.element().location());
    }

    private static Outcome.Failed failed(AdError error, List<TrackingUrl> toTell, OpenNode node) {
        node.fail(error.message());
        return new Outcome.Failed(error.withBeacons(toTell));
    }

    private static void addTracking(List<TrackingUrl> tracking, List<Beacon> beacons, int hop, int nodeId) {
        beacons.forEach(b -> tracking.add(b.at(hop, nodeId)));
    }

    static String label(VastCreative creative) {
        return switch (creative) {
            case VastCreative.Linear linear -> "linear" + linear.duration()
                    .map(d -> " " + d.toMillis() / 1000.0 + " s").map(t -> t.replace(".0 s", " s")).orElse("");
            case VastCreative.NonLinear overlay -> "nonlinear" + size(overlay.width(), overlay.height());
            case VastCreative.Companion companion -> "companion" + size(companion.width(), companion.height());
        };
    }

    private static String size(OptionalInt width, OptionalInt height) {
        return width.isPresent() && height.isPresent() ? " " + width.getAsInt() + "x" + height.getAsInt() : "";
    }
}
