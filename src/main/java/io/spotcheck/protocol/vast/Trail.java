package io.spotcheck.protocol.vast;

import io.spotcheck.ad.Category;
import io.spotcheck.ad.Pricing;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.ad.Verification;
import io.spotcheck.protocol.vast.document.Beacon;
import io.spotcheck.protocol.vast.document.VastAd;
import io.spotcheck.protocol.vast.document.VastCreative;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.upstream.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The way from the first tag down to a document: which documents lie above it, and what their wrappers contribute to
 * every ad below.
 *
 * @param urls     the documents above, as declared and as asked, the outermost first
 * @param wrappers the wrappers above, the outermost first
 * @param allowance what may come of the first document
 */
record Trail(List<String> urls, List<WrapperHop> wrappers, Allowance allowance) {

    /**
     * A wrapper on the way.
     *
     * @param wrapper the wrapper
     * @param hop     the number of its document, from 0
     * @param node    its node, open while what is below is resolved
     */
    record WrapperHop(VastAd.Wrapper wrapper, int hop, OpenNode node) {

        int nodeId() {
            return node.id();
        }

        /** What a sentence calls it. */
        String label() {
            return wrapper.definition().id().or(wrapper.definition()::adSystem)
                    .map(name -> "“" + name + "”").orElse("of document " + (hop + 1));
        }

        <T extends VastCreative> List<T> creatives(Class<T> kind) {
            return wrapper.definition().creatives().stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    Trail {
        urls = List.copyOf(urls);
        wrappers = List.copyOf(wrappers);
    }

    static Trail start(Allowance allowance) {
        return new Trail(List.of(), List.of(), allowance);
    }

    /** Whether the document at the end of this way may serve several ads. */
    boolean allowsMultipleAds() {
        return nearest().map(VastAd.Wrapper::allowMultipleAds).orElse(allowance.multipleAds());
    }

    /** Whether the document at the end of this way may lead further by wrappers. */
    boolean allowsWrappers() {
        return nearest().map(VastAd.Wrapper::followAdditionalWrappers).orElse(allowance.wrappers());
    }

    /** The number of the document that lies at the end of this way. */
    int hop() {
        return wrappers.size();
    }

    boolean hasVisited(String url) {
        return urls.stream().anyMatch(above -> CanonicalUrl.same(above, url));
    }

    /** The way on through a document, under both of its names. */
    Trail visiting(String declared, String asked) {
        var all = new ArrayList<>(urls);
        all.add(declared);
        if (!asked.equals(declared)) {
            all.add(asked);
        }
        return new Trail(all, wrappers, allowance);
    }

    Trail through(VastAd.Wrapper wrapper, OpenNode node) {
        var all = new ArrayList<>(wrappers);
        all.add(new WrapperHop(wrapper, hop(), node));
        return new Trail(urls, all, allowance);
    }

    /** The wrapper that led here. */
    Optional<VastAd.Wrapper> nearest() {
        return wrappers.isEmpty() ? Optional.empty() : Optional.of(wrappers.getLast().wrapper());
    }

    /** The place in a pod that the outermost wrapper with one gives to what is below. */
    OptionalInt sequence() {
        return wrappers.stream().map(above -> above.wrapper().definition().sequence()).filter(OptionalInt::isPresent)
                .findFirst().orElse(OptionalInt.empty());
    }

    /** The wrappers above, the one closest to the ad first. */
    List<WrapperHop> closestFirst() {
        return wrappers.reversed();
    }

    /**
     * What the wrappers want to be told of an ad below, the outermost first: of the ad as a whole, and of those of its
     * creatives that have the kind that the wrapper names. Companions and icons speak for themselves.
     */
    List<TrackingUrl> beacons(VastAd.InLine inLine) {
        List<VastCreative> shown = inLine.definition().creatives();
        boolean linears = shown.stream().anyMatch(VastCreative.Linear.class::isInstance);
        boolean overlays = shown.stream().anyMatch(VastCreative.NonLinear.class::isInstance);
        boolean companions = shown.stream().anyMatch(VastCreative.Companion.class::isInstance);
        var all = new ArrayList<TrackingUrl>();
        for (WrapperHop above : wrappers) {
            VastAd.Definition definition = above.wrapper().definition();
            add(all, definition.beacons(), above);
            for (VastCreative creative : definition.creatives()) {
                boolean meant = switch (creative) {
                    case VastCreative.Linear _ -> linears;
                    case VastCreative.NonLinear _ -> overlays;
                    case VastCreative.Companion companion -> companions && companion.resources().isEmpty();
                };
                if (meant) {
                    add(all, creative.beacons(), above);
                }
            }
            definition.verifications().forEach(verification -> add(all, verification.beacons(), above));
        }
        return all;
    }

    /** What the wrappers want to be told when no ad comes of them, the outermost first. */
    List<TrackingUrl> errors() {
        var all = new ArrayList<TrackingUrl>();
        wrappers.forEach(above -> add(all, above.wrapper().definition().errors(), above));
        return all;
    }

    List<Verification> verifications() {
        return wrappers.stream().flatMap(above -> above.wrapper().definition().verifications().stream()
                .map(v -> new Verification(v.vendor(), above.hop(), v.resources(), v.parameters()))).toList();
    }

    List<String> extensions() {
        return wrappers.stream().flatMap(above -> above.wrapper().definition().extensions().stream()).toList();
    }

    /** The categories that the wrappers block, the outermost first. */
    List<Category> blockedCategories() {
        return wrappers.stream().flatMap(above -> above.wrapper().definition().details().blocked().stream())
                .distinct().toList();
    }

    /** The price of the outermost wrapper that names one (VAST 4.3 §3.4.8). */
    Optional<Pricing> pricing() {
        return wrappers.stream().flatMap(above -> above.wrapper().definition().details().pricing().stream()
                .map(p -> new Pricing(p.value(), p.model(), p.currency(), above.hop()))).findFirst();
    }

    private static void add(List<TrackingUrl> all, List<Beacon> beacons, WrapperHop above) {
        beacons.forEach(b -> all.add(b.at(above.hop(), above.nodeId())));
    }
}
