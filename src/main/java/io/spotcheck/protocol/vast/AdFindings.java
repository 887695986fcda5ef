package io.spotcheck.protocol.vast;

import io.spotcheck.protocol.vast.document.VastAd;
import io.spotcheck.protocol.vast.document.VastDocument;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import io.spotcheck.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is so wrong with an {@code Ad} element that players choose differently (VAST 4.3 §3.3). */
final class AdFindings {

    private AdFindings() {
    }

    /** Whether the ad is neither here nor elsewhere. */
    static boolean hasNoBody(VastAd ad) {
        return !has(ad, "InLine") && !has(ad, "Wrapper");
    }

    static List<Finding> of(VastAd ad, VastDocument document) {
        XmlElement element = ad.definition().element();
        var found = new ArrayList<Finding>();
        if (has(ad, "InLine") && has(ad, "Wrapper")) {
            found.add(finding("VAST-AD-BODY-BOTH", Severity.ERROR,
                    "The ad has an InLine and a Wrapper; the InLine is taken.", element, "§3.3"));
        }
        if (hasNoBody(ad)) {
            found.add(finding("VAST-AD-BODY-MISSING", Severity.ERROR,
                    "The ad has neither an InLine nor a Wrapper.", element, "§3.3"));
        }
        List<VastAd> before = document.ads().stream().takeWhile(other -> other != ad).toList();
        ad.definition().id().filter(id -> !id.isBlank()).filter(id -> before.stream()
                        .anyMatch(other -> other.definition().id().equals(Optional.of(id))))
                .ifPresent(id -> found.add(finding("VAST-AD-ID-DUPLICATE", Severity.WARNING,
                        "An ad before it has the id “" + id + "”, too.", element, "§3.3")));
        if (ad.definition().sequence().isPresent() && before.stream()
                .anyMatch(other -> other.definition().sequence().equals(ad.definition().sequence()))) {
            found.add(finding("VAST-AD-SEQUENCE-DUPLICATE", Severity.ERROR, "An ad before it has sequence=\""
                    + ad.definition().sequence().getAsInt() + "\", too; they play in the order of the document.",
                    element, "§3.3.1"));
        }
        if (ad.definition().sequence().isEmpty()) {
            element.attribute("sequence").ifPresent(text -> found.add(finding("VAST-AD-SEQUENCE-INVALID",
                    Severity.ERROR, "sequence=\"" + text + "\" is no place in a pod, which counts from 1; the ad is "
                    + "taken as one that stands alone.", element, "§3.3.1")));
        }
        return found;
    }

    private static boolean has(VastAd ad, String name) {
        return ad.definition().element().children().stream().anyMatch(child -> child.name().equalsIgnoreCase(name));
    }

    private static Finding finding(String rule, Severity severity, String message, XmlElement element,
                                   String section) {
        return Finding.of(rule, severity, message).at(element.location()).by("VAST 4.3 " + section);
    }
}
