package io.spotcheck.protocol.vast.document;

import io.spotcheck.ad.AdDetails;
import io.spotcheck.ad.UniversalAdId;
import io.spotcheck.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An ad of a VAST document (VAST 4.3 §3.3): either it is there, or it is elsewhere. */
public sealed interface VastAd {

    /** What both kinds of ads declare. */
    Definition definition();

    /**
     * What both kinds of ads declare.
     *
     * @param id            the ad's identifier
     * @param sequence      its place in a pod, from 1
     * @param adSystem      who serves it
     * @param beacons       impressions, errors and viewability
     * @param creatives     its creatives; those of a wrapper only add tracking and companions
     * @param verifications who verifies it
     * @param extensions    its extensions, verbatim
     * @param details       what else it says about itself; of a wrapper, its blocked categories
     * @param element       the {@code Ad} element
     */
    record Definition(Optional<String> id, OptionalInt sequence, Optional<String> adSystem, List<Beacon> beacons,
                  List<VastCreative> creatives, List<VastVerification> verifications, List<String> extensions,
                  AdDetails details, XmlElement element) {

        /** Copies the lists. */
        public Definition {
            beacons = List.copyOf(beacons);
            creatives = List.copyOf(creatives);
            verifications = List.copyOf(verifications);
            extensions = List.copyOf(extensions);
        }

        /** Who wants to be told when it fails. */
        public List<Beacon> errors() {
            return beacons.stream().filter(beacon -> beacon.event().equals("error")).toList();
        }
    }

    /**
     * An ad that is there (VAST 4.3 §3.4).
     *
     * @param definition     what both kinds declare
     * @param adTitle        its title
     * @param advertiser     who pays for it
     * @param adServingId    the identifier that all parties of one impression share
     * @param universalAdIds the identifiers of its creatives in registries
     */
    record InLine(Definition definition, Optional<String> adTitle, Optional<String> advertiser,
                  Optional<String> adServingId, List<UniversalAdId> universalAdIds) implements VastAd {

        /** Copies the list. */
        public InLine {
            universalAdIds = List.copyOf(universalAdIds);
        }
    }

    /**
     * An ad that is elsewhere (VAST 4.3 §3.19).
     *
     * @param definition               what both kinds declare
     * @param tagUri                   where it is, before macros
     * @param followAdditionalWrappers whether what is there may be a wrapper again
     * @param allowMultipleAds         whether more than one ad may come of it
     * @param fallbackOnNoAd           whether a stand-alone ad takes its place when nothing comes of it
     * @param tagElement               the element that says where
     */
    record Wrapper(Definition definition, Optional<String> tagUri, boolean followAdditionalWrappers,
                   boolean allowMultipleAds, boolean fallbackOnNoAd, XmlElement tagElement) implements VastAd {
    }
}
