package io.spotcheck.protocol.vast.document;

import java.util.List;

/**
 * A party that verifies the ad's playback (VAST 4.3 §3.16).
 *
 * @param vendor    who
 * @param resources the URLs of its scripts and executables
 * @param beacons   what it wants to be told
 */
public record VastVerification(String vendor, List<String> resources, List<Beacon> beacons) {

    /** Copies the lists. */
    public VastVerification {
        resources = List.copyOf(resources);
        beacons = List.copyOf(beacons);
    }
}
