package io.spotcheck.protocol.vast;

import io.spotcheck.ad.CompanionDetails;
import io.spotcheck.ad.CompanionDetails.Required;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.protocol.vast.document.VastAd;
import io.spotcheck.protocol.vast.document.VastCreative;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which companions are shown beside an ad: those of the ad itself, else those of the wrapper closest to it
 * (VAST 4.3 §2.3.5.2). Where the request names the places for companions, wrappers fill those that are left.
 */
final class CompanionSelection {

    private final Terms terms;
    private final Trail trail;

    CompanionSelection(Terms terms, Trail trail) {
        this.terms = terms;
        this.trail = trail;
    }

    /** The companions of the wrappers that are shown; their beacons become beacons of the ad. */
    List<Creative> ofWrappers(VastAd.Definition definition, List<TrackingUrl> tracking) {
        var taken = new ArrayList<>(companions(definition));
        var found = new ArrayList<Creative>();
        for (Trail.WrapperHop above : trail.closestFirst()) {
            List<VastCreative.Companion> closer = List.copyOf(taken);
            for (VastCreative.Companion companion : above.creatives(VastCreative.Companion.class)) {
                if (companion.resources().isEmpty()) {
                    continue;
                }
                OpenNode at = above.node().open(NodeKind.CREATIVE, InLineAssembly.label(companion),
                        companion.element().location());
                if (conflicts(companion, closer)) {
                    at.skip("A companion closer to the ad takes its place.");
                    continue;
                }
                at.succeed(definition.id().map(id -> "Shown beside the ad “" + id + "”").orElse("Shown beside the ad")
                        + ", which has none for its place.");
                taken.add(companion);
                companion.beacons().forEach(beacon -> tracking.add(beacon.at(above.hop(), at.id())));
                found.add(companion(companion, above.hop(), at));
            }
        }
        return found;
    }

    /** Why the ad is not shown: a companion that it must have cannot be shown (VAST 4.3 §3.13). */
    Optional<Refusal> refuse(VastAd.Definition definition) {
        for (List<VastCreative.Companion> group : groups(definition)) {
            Required required = group.getFirst().details().required();
            boolean kept = switch (required) {
                case ALL -> group.stream().allMatch(c -> fault(c).isEmpty());
                case ANY -> group.stream().anyMatch(c -> fault(c).isEmpty());
                case NONE -> true;
            };
            if (!kept) {
                VastCreative.Companion first = group.stream().filter(c -> fault(c).isPresent()).findFirst()
                        .orElseThrow();
                return Optional.of(new Refusal(VastCode.COMPANION_REQUIRED, ErrorCode.NO_AD, (required == Required.ALL
                        ? "All companions must be shown, and " : "A companion must be shown, and ")
                        + fault(first).orElseThrow().message().replaceFirst("^The ", "the "),
                        first.element().location()));
            }
        }
        return Optional.empty();
    }

    /** What the ad does without: all of its companions, when not one of them can be shown. */
    Optional<Refusal> without(VastAd.Definition definition) {
        List<VastCreative.Companion> own = companions(definition);
        return own.stream().anyMatch(c -> fault(c).isEmpty()) ? Optional.empty()
                : own.stream().findFirst().flatMap(this::fault);
    }

    static Creative.Companion companion(VastCreative.Companion companion, int hop, OpenNode at) {
        CompanionDetails own = companion.details();
        if (own.isEndCard()) {
            at.fact("rendering mode", "end card");
        }
        return new Creative.Companion(companion.id(), companion.width(), companion.height(), companion.adSlotId(),
                companion.resources(), companion.clickThrough(), companion.altText(),
                new CompanionDetails(own.identity().atHop(hop), own.required(), own.renderingMode(), own.assetWidth(),
                        own.assetHeight(), own.expandedWidth(), own.expandedHeight(), own.pixelRatio(),
                        own.apiFramework(), own.adParameters()), at.id());
    }

    private boolean conflicts(VastCreative.Companion companion, List<VastCreative.Companion> closer) {
        // Nobody knows how many places there are: the closest document that has companions fills them.
        return terms.companionSizes().isEmpty() ? !closer.isEmpty()
                : !terms.hasPlaceFor(companion.width(), companion.height())
                || closer.stream().anyMatch(other -> other.width().equals(companion.width())
                && other.height().equals(companion.height()));
    }

    private Optional<Refusal> fault(VastCreative.Companion companion) {
        if (!OverlayCheck.hasShowable(companion.resources())) {
            return Optional.of(new Refusal(VastCode.COMPANION_UNSUPPORTED, ErrorCode.UNSUPPORTED,
                    "The companion has nothing that players show.", companion.element().location()));
        }
        return terms.hasPlaceFor(companion.width(), companion.height()) ? Optional.empty()
                : Optional.of(new Refusal(VastCode.COMPANION_TOO_LARGE, ErrorCode.UNSUPPORTED, "The companion of "
                + companion.width().orElse(0) + "x" + companion.height().orElse(0) + " fits into none of the places.",
                companion.element().location()));
    }

    private static List<VastCreative.Companion> companions(VastAd.Definition definition) {
        return definition.creatives().stream().filter(VastCreative.Companion.class::isInstance)
                .map(VastCreative.Companion.class::cast).toList();
    }

    /** The companions of each {@code CompanionAds} element. */
    private static List<List<VastCreative.Companion>> groups(VastAd.Definition definition) {
        Map<XmlElement, List<VastCreative.Companion>> groups = new LinkedHashMap<>();
        companions(definition).forEach(c -> groups.computeIfAbsent(c.group(), _ -> new ArrayList<>()).add(c));
        return List.copyOf(groups.values());
    }
}
