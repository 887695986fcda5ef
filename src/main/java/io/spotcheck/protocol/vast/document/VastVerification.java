package io.spotcheck.protocol.vast.document;

import io.spotcheck.ad.VerificationResource;
import java.util.List;
import java.util.Optional;

/**
 * A party that verifies the ad's playback (VAST 4.3 §3.16).
 *
 * @param vendor     who
 * @param resources  its scripts and executables
 * @param parameters what its code gets, verbatim
 * @param beacons    what it wants to be told
 */
public record VastVerification(String vendor, List<VerificationResource> resources, Optional<String> parameters,
                               List<Beacon> beacons) {

    /** Copies the lists. */
    public VastVerification {
        resources = List.copyOf(resources);
        beacons = List.copyOf(beacons);
    }
}
