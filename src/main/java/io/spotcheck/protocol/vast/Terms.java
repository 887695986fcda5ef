package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdType;
import io.spotcheck.ad.Category;
import io.spotcheck.ad.Dimensions;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.resolution.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What an ad must be so that whoever asks can show it. It is read from the request's extensions, where macros of VAST
 * stand under their own names: what an ad server is told by {@code [BREAKMAXADLENGTH]} is what its ads are held
 * against. What a request does not say may be anything.
 *
 * @param media              what can be played
 * @param adType             {@code ADTYPE}: what the ad must be made for
 * @param linearity          {@code linearity}: {@code linear} or {@code nonlinear}
 * @param shortest           {@code BREAKMINADLENGTH}: the shortest that an ad may be
 * @param longest            {@code BREAKMAXADLENGTH}: the longest that an ad may be
 * @param exact              {@code adDuration}: how long an ad must be
 * @param size               {@code adSize}: the size that one of the media files must have
 * @param categoryRequired   {@code categoryRequired}: whether the ad must say what it is about
 * @param blocked            {@code BLOCKEDADCATEGORIES}: what the ad must not be about
 * @param mostAds            {@code BREAKMAXADS}: how many ads there may be
 * @param longestBreak       {@code BREAKMAXDURATION}: how long all ads may be together
 * @param conditionalAds     {@code conditionalAds}: whether ads are taken that may turn out to be none
 * @param skippable          {@code skippable}: whether ads are taken that can be skipped
 * @param mezzanineRequired  {@code mezzanineRequired}: whether there must be a raw file to make others from
 * @param frameworks         {@code APIFRAMEWORKS}: the APIs that can be run, by their numbers in AdCOM
 * @param companionSizes     {@code companionSizes}: the places for companions
 * @param versions           {@code VASTVERSIONS}: the versions that are understood
 * @param problems           what the request says and nobody can understand
 */
record Terms(MediaTerms media, Optional<AdType> adType, Optional<String> linearity, Optional<Duration> shortest,
             Optional<Duration> longest, Optional<Duration> exact, Optional<Dimensions> size,
             boolean categoryRequired, List<Category> blocked, OptionalInt mostAds, Optional<Duration> longestBreak,
             boolean conditionalAds, boolean skippable, boolean mezzanineRequired, Set<Integer> frameworks,
             List<Dimensions> companionSizes, Set<VastVersion> versions, List<Finding> problems) {

    /** The numbers that AdCOM gives to APIs: VPAID 1.0 and 2.0, OMID, SIMID. */
    static final Set<Integer> VPAID = Set.of(1, 2);
    private static final Set<Integer> OMID = Set.of(7);
    private static final Set<Integer> SIMID = Set.of(8, 9);

    Terms {
        blocked = List.copyOf(blocked);
        frameworks = Set.copyOf(frameworks);
        companionSizes = List.copyOf(companionSizes);
        versions = Set.copyOf(versions);
        problems = List.copyOf(problems);
    }

    static Terms of(AdRequest request) {
        return new TermsReader(request).read();
    }

    /** Whether code for this API is known not to run. */
    boolean cannotRun(Optional<String> framework) {
        if (frameworks.isEmpty() || framework.isEmpty()) {
            return false;
        }
        return switch (framework.get().toLowerCase(Locale.ROOT)) {
            case "simid" -> SIMID.stream().noneMatch(frameworks::contains);
            case "omid" -> OMID.stream().noneMatch(frameworks::contains);
            case "vpaid" -> VPAID.stream().noneMatch(frameworks::contains);
            default -> true;
        };
    }

    /** Whether something of this size fits into one of the places for companions; yes when none are known. */
    boolean hasPlaceFor(OptionalInt width, OptionalInt height) {
        return companionSizes.isEmpty() || companionSizes.stream().anyMatch(place ->
                width.orElse(0) <= place.width() && height.orElse(0) <= place.height());
    }
}
