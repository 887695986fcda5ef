package io.spotcheck.ad;

import io.spotcheck.resolution.Location;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One failure on the way to an ad.
 *
 * @param code         what kind of failure
 * @param message      one plain sentence
 * @param protocolCode the code that the protocol has for it: a VAST error code (100–902) or an OpenRTB {@code nbr}
 * @param url          the URL that was being asked, when there was one
 * @param location     the place in the document, when there is one
 * @param nodeId       the node of the resolution tree on which it happened
 * @param beacons      who wants to be told of it, each due for the protocol's code
 */
public record AdError(ErrorCode code, String message, OptionalInt protocolCode, Optional<String> url,
                      Optional<Location> location, int nodeId, List<TrackingUrl> beacons) {

    /** Checks that nothing is missing, and copies the list. */
    public AdError {
        beacons = due(beacons, protocolCode);
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }

    /** A failure that has neither a protocol's code nor a place. */
    public static AdError of(ErrorCode code, String message, int nodeId) {
        return new AdError(code, message, OptionalInt.empty(), Optional.empty(), Optional.empty(), nodeId,
                List.of());
    }

    private static List<TrackingUrl> due(List<TrackingUrl> beacons, OptionalInt code) {
        return beacons.stream().map(beacon -> beacon.dueFor(code)).toList();
    }

    /** This failure, with the code that the protocol has for it. */
    public AdError withProtocolCode(int number) {
        return new AdError(code, message, OptionalInt.of(number), url, location, nodeId, beacons);
    }

    /** This failure, while asking this URL. */
    public AdError atUrl(String asked) {
        return new AdError(code, message, protocolCode, Optional.of(asked), location, nodeId, beacons);
    }

    /** This failure, at a place in the document. */
    public AdError at(Location place) {
        return new AdError(code, message, protocolCode, url, Optional.of(place), nodeId, beacons);
    }

    /** This failure, of which these want to be told. */
    public AdError withBeacons(List<TrackingUrl> toTell) {
        return new AdError(code, message, protocolCode, url, location, nodeId, toTell);
    }
}
