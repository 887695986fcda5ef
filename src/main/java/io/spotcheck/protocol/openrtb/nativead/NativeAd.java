package io.spotcheck.protocol.openrtb.nativead;

import io.spotcheck.resolution.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The markup of a native ad (OpenRTB Native 1.2 §5.1).
 *
 * @param version   the version that it names
 * @param link      where a click leads
 * @param assets    what it is made of, in order
 * @param assetsUrl where other assets are to be had, which come before these
 * @param dcoUrl    where a description of a dynamic creative is to be had, which comes before these
 * @param trackers  who wants to be told of what
 * @param privacy   a page that tells the user about targeting
 */
public record NativeAd(Optional<String> version, Optional<Link> link, List<Asset> assets, Optional<String> assetsUrl,
                       Optional<String> dcoUrl, List<EventTracker> trackers, Optional<String> privacy) {

    /** Copies the lists. */
    public NativeAd {
        assets = List.copyOf(assets);
        trackers = List.copyOf(trackers);
    }

    /** This ad with the assets of its address in place of its own; a link among them comes before its own (§6.3). */
    public NativeAd withAssets(NativeAd fetched) {
        var all = new ArrayList<>(trackers);
        all.addAll(fetched.trackers);
        // Who bids wants to hear of clicks, wherever they lead.
        Optional<Link> leading = fetched.link.map(other -> new Link(other.url, Stream.concat(
                link.stream().flatMap(own -> own.trackers.stream()), other.trackers.stream()).toList(),
                other.fallback));
        return new NativeAd(version, leading.or(() -> link), fetched.assets, assetsUrl, dcoUrl, all,
                fetched.privacy.or(() -> privacy));
    }

    /**
     * Where a click leads (§5.7).
     *
     * @param url      the page
     * @param trackers who wants to be told of the click
     * @param fallback the page for devices that cannot open the first
     */
    public record Link(String url, List<EventTracker> trackers, Optional<String> fallback) {

        /** Copies the list. */
        public Link {
            trackers = List.copyOf(trackers);
        }
    }

    /** A part of the ad (§5.2). */
    public sealed interface Asset {

        /** Its identifier, by which the request asked for it. */
        OptionalInt id();

        /** Where a click on it leads, if elsewhere. */
        Optional<Link> link();

        /** Where it stands in the markup. */
        Location location();

        /** A title (§5.3). */
        record Title(OptionalInt id, String text, Optional<Link> link, Location location) implements Asset {
        }

        /**
         * A picture (§5.4).
         *
         * @param type 1 for an icon, 3 for the main picture
         */
        record Image(OptionalInt id, String url, OptionalInt type, OptionalInt width, OptionalInt height,
                     Optional<Link> link, Location location) implements Asset {
        }

        /** A video, as VAST (§5.6). */
        record Video(OptionalInt id, String vast, Optional<Link> link, Location location) implements Asset {
        }

        /**
         * Any other text, such as the sponsor's name (§5.5).
         *
         * @param type what it is, by the list Data Asset Types
         */
        record Data(OptionalInt id, String value, OptionalInt type, Optional<Link> link, Location location)
                implements Asset {
        }
    }

    /**
     * Somebody who wants to be told (§5.8).
     *
     * @param event    the event: {@code impression}, {@code viewable-mrc50} and so on, {@code clickTracking}
     * @param url      whom to tell
     * @param script   whether it is a script that a page runs, and no picture that is called
     * @param location where it stands in the markup
     */
    public record EventTracker(String event, String url, boolean script, Location location) {
    }
}
