package io.spotcheck.protocol.vast.document;

import io.spotcheck.ad.CompanionDetails;
import io.spotcheck.ad.LinearDetails;
import io.spotcheck.ad.NonLinearDetails;
import io.spotcheck.ad.Resource;
import io.spotcheck.xml.XmlElement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One thing that a {@code Creative} element holds (VAST 4.3 §3.7). */
public sealed interface VastCreative {

    /** The identifier: the element's own, or that of the {@code Creative} around it. */
    Optional<String> id();

    /** Its tracking, click tracking included. */
    List<Beacon> beacons();

    /** The element that declares it. */
    XmlElement element();

    /** Where a click leads. */
    Optional<String> clickThrough();

    /**
     * A linear creative (VAST 4.3 §3.8).
     *
     * @param id           the identifier
     * @param duration     how long it plays
     * @param skipOffset   when it may be skipped, as declared
     * @param mediaFiles   its renditions
     * @param clickThrough where a click leads
     * @param adParameters data for the creative
     * @param icons        the icons over it
     * @param beacons      its tracking, without that of its icons
     * @param details      what it has beyond its media files; its icons are not repeated there
     * @param element      the {@code Linear} element
     */
    record Linear(Optional<String> id, Optional<Duration> duration, Optional<String> skipOffset,
                  List<VastMediaFile> mediaFiles, Optional<String> clickThrough, Optional<String> adParameters,
                  List<VastIcon> icons, List<Beacon> beacons, LinearDetails details, XmlElement element)
            implements VastCreative {

        /** Copies the lists. */
        public Linear {
            mediaFiles = List.copyOf(mediaFiles);
            icons = List.copyOf(icons);
            beacons = List.copyOf(beacons);
        }
    }

    /**
     * An overlay (VAST 4.3 §3.11). A wrapper's {@code NonLinearAds} without an overlay of its own is one without
     * resources.
     *
     * @param id                   the identifier
     * @param width                in pixels
     * @param height               in pixels
     * @param minSuggestedDuration the shortest time it should be shown
     * @param resources            what it shows
     * @param clickThrough         where a click leads
     * @param apiFramework         the API that it needs
     * @param beacons              its tracking
     * @param details              what else it declares
     * @param element              the {@code NonLinear} element
     */
    record NonLinear(Optional<String> id, OptionalInt width, OptionalInt height,
                     Optional<Duration> minSuggestedDuration, List<Resource> resources,
                     Optional<String> clickThrough, Optional<String> apiFramework, List<Beacon> beacons,
                     NonLinearDetails details, XmlElement element) implements VastCreative {

        /** Copies the lists. */
        public NonLinear {
            resources = List.copyOf(resources);
            beacons = List.copyOf(beacons);
        }
    }

    /**
     * A companion (VAST 4.3 §3.13).
     *
     * @param id           the identifier
     * @param width        in pixels
     * @param height       in pixels
     * @param adSlotId     the slot on the page
     * @param resources    what it shows
     * @param clickThrough where a click leads
     * @param altText      the text that stands for it
     * @param beacons      its tracking
     * @param details      what else it declares
     * @param group        the {@code CompanionAds} element around it
     * @param element      the {@code Companion} element
     */
    record Companion(Optional<String> id, OptionalInt width, OptionalInt height, Optional<String> adSlotId,
                     List<Resource> resources, Optional<String> clickThrough, Optional<String> altText,
                     List<Beacon> beacons, CompanionDetails details, XmlElement group, XmlElement element)
            implements VastCreative {

        /** Copies the lists. */
        public Companion {
            resources = List.copyOf(resources);
            beacons = List.copyOf(beacons);
        }
    }
}
