package io.spotcheck.ad;

import java.util.List;
import java.util.Optional;

/**
 * A party that verifies the ad's playback (VAST 4.3 §3.16).
 *
 * @param vendor     who, such as {@code company.com-omid}
 * @param resources  the URLs of its scripts and executables
 * @param hop        the document that declares it: 0 is the outermost
 * @param choices    the same with how each is run; of them at most one is
 * @param parameters what the vendor's code gets, verbatim
 */
public record Verification(String vendor, List<String> resources, int hop, List<VerificationResource> choices,
                           Optional<String> parameters) {

    /** A vendor of whom no more is said. */
    public Verification(String vendor, List<String> resources, int hop) {
        this(vendor, resources, hop, List.of(), Optional.empty());
    }

    /** A vendor with these choices and parameters. */
    public Verification(String vendor, int hop, List<VerificationResource> choices, Optional<String> parameters) {
        this(vendor, choices.stream().map(VerificationResource::url).toList(), hop, choices, parameters);
    }

    /** Copies the list. */
    public Verification {
        resources = List.copyOf(resources);
        choices = List.copyOf(choices);
    }
}
