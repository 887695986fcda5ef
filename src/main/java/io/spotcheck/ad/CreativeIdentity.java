package io.spotcheck.ad;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What tells a creative from others: what the {@code Creative} element around it declares (VAST 4.3 §3.7).
 *
 * @param adId           the ad server's identifier for it
 * @param sequence       its place among the creatives of its ad
 * @param apiFramework   the API that it needs
 * @param universalAdIds its identifiers in registries
 * @param extensions     its creative extensions, verbatim
 * @param hop            the document that declares it: 0 is the outermost
 */
public record CreativeIdentity(Optional<String> adId, OptionalInt sequence, Optional<String> apiFramework,
                               List<UniversalAdId> universalAdIds, List<String> extensions, int hop) {

    private static final CreativeIdentity NONE = new CreativeIdentity(Optional.empty(), OptionalInt.empty(),
            Optional.empty(), List.of(), List.of(), 0);

    /** Copies the lists. */
    public CreativeIdentity {
        universalAdIds = List.copyOf(universalAdIds);
        extensions = List.copyOf(extensions);
    }

    /** A creative of the outermost document, of which nothing is said. */
    public static CreativeIdentity none() {
        return NONE;
    }

    /** The same, declared by another document. */
    public CreativeIdentity atHop(int number) {
        return new CreativeIdentity(adId, sequence, apiFramework, universalAdIds, extensions, number);
    }
}
