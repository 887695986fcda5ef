package io.spotcheck.protocol.vast;

import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.ad.Verification;
import io.spotcheck.protocol.vast.document.Beacon;
import io.spotcheck.protocol.vast.document.VastAd;
import io.spotcheck.protocol.vast.document.VastCreative;
import io.spotcheck.upstream.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
     * @param nodeId  its node
     */
    record WrapperHop(VastAd.Wrapper wrapper, int hop, int nodeId) {
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

    Trail through(VastAd.Wrapper wrapper, int nodeId) {
        var all = new ArrayList<>(wrappers);
        all.add(new WrapperHop(wrapper, hop(), nodeId));
        return new Trail(urls, all, allowance);
    }

    /** The wrapper that led here. */
    Optional<VastAd.Wrapper> nearest() {
        return wrappers.isEmpty() ? Optional.empty() : Optional.of(wrappers.getLast().wrapper());
    }

    /** What the wrappers want to be told of every ad below, the outermost first. */
    List<TrackingUrl> beacons() {
        var all = new ArrayList<TrackingUrl>();
        for (WrapperHop above : wrappers) {
            VastAd.Definition definition = above.wrapper().definition();
            add(all, definition.beacons(), above);
            definition.creatives().forEach(creative -> add(all, creative.beacons(), above));
            definition.verifications().forEach(verification -> add(all, verification.beacons(), above));
        }
        return all;
    }

    /** What the wrappers want to be told when no ad comes of them, the outermost first. */
    List<TrackingUrl> errors() {
        return beacons().stream().filter(t -> t.scope() == TrackingUrl.Scope.AD && t.event().equals("error")).toList();
    }

    List<Verification> verifications() {
        return wrappers.stream().flatMap(above -> above.wrapper().definition().verifications().stream()
                .map(v -> new Verification(v.vendor(), v.resources(), above.hop()))).toList();
    }

    List<String> extensions() {
        return wrappers.stream().flatMap(above -> above.wrapper().definition().extensions().stream()).toList();
    }

    /** The companions that the wrappers offer, the one closest to the ad first. */
    List<VastCreative.Companion> companions() {
        return wrappers.reversed().stream().flatMap(above -> above.wrapper().definition().creatives().stream())
                .filter(VastCreative.Companion.class::isInstance).map(VastCreative.Companion.class::cast)
                .filter(c -> !c.resources().isEmpty()).toList();
    }

    private static void add(List<TrackingUrl> all, List<Beacon> beacons, WrapperHop above) {
        beacons.forEach(b -> all.add(b.at(above.hop(), above.nodeId())));
    }
}
