package io.spotcheck.protocol.vast;

import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.VerificationResource;
import io.spotcheck.protocol.vast.document.VastAd;
import io.spotcheck.protocol.vast.document.VastCreative;
import io.spotcheck.protocol.vast.document.VastVerification;
import io.spotcheck.resolution.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The code of an ad that does not run where the request comes from: interactive files (VAST 4.3 §3.9.3) and vendors'
 * verification (VAST 4.3 §3.17). The ad is shown without; those who want to know are told.
 */
final class NotRun {

    private NotRun() {
    }

    static List<Refusal> of(VastAd.Definition definition, Trail trail, Terms terms) {
        var found = new ArrayList<Refusal>();
        Location place = definition.element().location();
        definition.creatives().stream().filter(VastCreative.Linear.class::isInstance)
                .map(VastCreative.Linear.class::cast).flatMap(linear -> linear.details().interactiveFiles().stream())
                .filter(file -> terms.cannotRun(file.apiFramework())).findFirst()
                .ifPresent(file -> found.add(new Refusal(VastCode.INTERACTIVE_NOT_RUN, ErrorCode.UNSUPPORTED,
                        "The interactive part needs " + file.apiFramework().orElse("an API")
                                + ", which the player does not run.", place)));
        Stream.concat(trail.wrappers().stream().map(above -> above.wrapper().definition()), Stream.of(definition))
                .flatMap(each -> each.verifications().stream())
                .filter(vendor -> isIdle(vendor, terms)).findFirst()
                .ifPresent(vendor -> found.add(new Refusal(VastCode.VERIFICATION_NOT_RUN, ErrorCode.UNSUPPORTED,
                        "The verification by “" + vendor.vendor() + "” has no code that the player runs.", place)));
        return found;
    }

    private static boolean isIdle(VastVerification vendor, Terms terms) {
        return !terms.frameworks().isEmpty() && vendor.resources().stream().noneMatch(resource ->
                resource.kind() != VerificationResource.Kind.FLASH && !terms.cannotRun(resource.apiFramework()));
    }
}
