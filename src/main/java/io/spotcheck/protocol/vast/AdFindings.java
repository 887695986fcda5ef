package io.spotcheck.protocol.vast;

import io.spotcheck.protocol.vast.document.VastAd;
import io.spotcheck.protocol.vast.document.VastDocument;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import io.spotcheck.xml.XmlElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What is so wrong with the {@code Ad} elements of a document that players choose differently (VAST 4.3 §3.3). */
final class AdFindings {

    /** The ads whose id, or whose place in a pod, one before them has. */
    private final Set<VastAd> idTwins = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<VastAd> placeTwins = Collections.newSetFromMap(new IdentityHashMap<>());

    AdFindings(VastDocument document) {
        var ids = new HashSet<String>();
        var places = new HashSet<Integer>();
        for (VastAd ad : document.ads()) {
            if (ad.definition().id().filter(id -> !id.isBlank() && !ids.add(id)).isPresent()) {
                idTwins.add(ad);
            }
            OptionalInt place = ad.definition().sequence();
            if (place.isPresent() && !places.add(place.getAsInt())) {
                placeTwins.add(ad);
            }
        }
    }

    /** Whether the ad is neither here nor elsewhere. */
    static boolean hasNoBody(VastAd ad) {
        return !has(ad, "InLine") && !has(ad, "Wrapper");
    }

    List<Finding> of(VastAd ad) {
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
        if (idTwins.contains(ad)) {
            found.add(finding("VAST-AD-ID-DUPLICATE", Severity.WARNING, "An ad before it has the id “"
                    + ad.definition().id().orElseThrow() + "”, too.", element, "§3.3"));
        }
        if (placeTwins.contains(ad)) {
            found.add(finding("VAST-AD-SEQUENCE-DUPLICATE", Severity.ERROR, "An ad before it has sequence=\""
                    + ad.definition().sequence().orElseThrow() + "\", too; they play in the order of the document.",
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
