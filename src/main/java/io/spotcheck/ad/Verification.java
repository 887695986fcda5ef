package io.spotcheck.ad;

import java.util.List;

/**
 * A party that verifies the ad's playback (VAST 4.3 §3.16).
 *
 * @param vendor    who, such as {@code company.com-omid}
 * @param resources the URLs of its scripts and executables
 * @param hop       the document that declares it: 0 is the outermost
 */
public record Verification(String vendor, List<String> resources, int hop) {

    /** Copies the list. */
    public Verification {
        resources = List.copyOf(resources);
    }
}
