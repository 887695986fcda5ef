package io.spotcheck.ad;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * One ad that can be shown, with everything that its own document and the wrappers above it declare.
 *
 * @param id             the ad's identifier
 * @param sequence       its place in a pod, from 1
 * @param adSystem       the system that served it
 * @param adTitle        its title
 * @param advertiser     who pays for it
 * @param adServingId    the identifier that all parties of one impression share (VAST 4.3 §3.4.3)
 * @param universalAdIds the identifiers of its creatives in registries
 * @param creatives      what is shown
 * @param verifications  who verifies it, of all hops
 * @param tracking       its beacons of all hops, the outermost first
 * @param extensions     the documents' extensions, verbatim
 * @param details        what else its document says about it
 * @param nodeId         its node in the resolution tree
 */
public record Ad(Optional<String> id, OptionalInt sequence, Optional<String> adSystem, Optional<String> adTitle,
                 Optional<String> advertiser, Optional<String> adServingId, List<UniversalAdId> universalAdIds,
                 List<Creative> creatives, List<Verification> verifications, List<TrackingUrl> tracking,
                 List<String> extensions, AdDetails details, int nodeId) {

    /** An ad of which no more is said. */
    public Ad(Optional<String> id, OptionalInt sequence, Optional<String> adSystem, Optional<String> adTitle,
              Optional<String> advertiser, Optional<String> adServingId, List<UniversalAdId> universalAdIds,
              List<Creative> creatives, List<Verification> verifications, List<TrackingUrl> tracking,
              List<String> extensions, int nodeId) {
        this(id, sequence, adSystem, adTitle, advertiser, adServingId, universalAdIds, creatives, verifications,
                tracking, extensions, AdDetails.none(), nodeId);
    }

    /** Copies the lists. */
    public Ad {
        universalAdIds = List.copyOf(universalAdIds);
        creatives = List.copyOf(creatives);
        verifications = List.copyOf(verifications);
        tracking = List.copyOf(tracking);
        extensions = List.copyOf(extensions);
    }

    /** This ad with other beacons. */
    public Ad withTracking(List<TrackingUrl> beacons) {
        return new Ad(id, sequence, adSystem, adTitle, advertiser, adServingId, universalAdIds, creatives,
                verifications, beacons, extensions, details, nodeId);
    }

    /** This ad at another place in a pod. */
    public Ad withSequence(int place) {
        return new Ad(id, OptionalInt.of(place), adSystem, adTitle, advertiser, adServingId, universalAdIds,
                creatives, verifications, tracking, extensions, details, nodeId);
    }

    /** Its linear creatives. */
    public Stream<Creative.Linear> linears() {
        return creatives.stream().filter(Creative.Linear.class::isInstance).map(Creative.Linear.class::cast);
    }

    /** The media file to play first. */
    public Optional<MediaFile> chosenMediaFile() {
        return linears().flatMap(l -> l.chosen().stream()).findFirst();
    }
}
