package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Excerpt;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What concerns the document as a whole: its ads, and the pod that they make. */
final class DocumentChecks {

    private DocumentChecks() {
    }

    static void addTo(Checks checks) {
        checks.on("VAST", DocumentChecks::content);
        checks.on("VAST", DocumentChecks::pod);
        checks.on("VAST", DocumentChecks::ids);
        checks.on("Ad", DocumentChecks::body);
    }

    private static void content(XmlElement root, LintPass pass) {
        Optional<XmlElement> error = root.child("Error");
        boolean ads = root.child("Ad").isPresent();
        if (ads && error.isPresent() && pass.isAtLeast(VastVersion.V3_0)) {
            pass.report("VAST-AD-AND-ERROR", error.get(),
                    "There are ads, and an Error for the case that there are none.");
        } else if (!ads && error.isEmpty()) {
            pass.report("VAST-NO-AD", root, "There is no ad in the document, and no Error that would tell the server.");
        } else if (!ads) {
            pass.report("VAST-NO-AD-ERROR", root, "There is no ad in the document; players call its Error.");
        }
    }

    private static void pod(XmlElement root, LintPass pass) {
        List<XmlElement> ads = root.children("Ad").toList();
        var numbers = new TreeSet<Long>();
        var alone = new ArrayList<XmlElement>();
        for (XmlElement ad : ads) {
            Optional<Long> number = ad.attribute("sequence").map(String::strip).flatMap(Values::integer);
            if (number.isEmpty()) {
                alone.add(ad);
            } else if (!numbers.add(number.get())) {
                pass.reportAt("VAST-AD-SEQUENCE-DUPLICATE", ad, "sequence",
                        "There is another Ad with the sequence " + number.get() + ".");
            }
        }
        if (numbers.isEmpty()) {
            return;
        }
        if (ads.size() == 1) {
            pass.reportAt("VAST-AD-SEQUENCE-ALONE", ads.getFirst(), "sequence",
                    "The only Ad has a sequence, as if there were a pod.");
        } else if (numbers.first() != 1 || numbers.last() != numbers.size()) {
            pass.report("VAST-AD-SEQUENCE-GAP", ads.getFirst(), "The sequences of the pod are " + numbers
                    + "; they should count from 1 without gaps.");
        }
        if (!alone.isEmpty()) {
            pass.report("VAST-AD-SEQUENCE-MIXED", alone.getFirst(), "This Ad has no sequence, and others have: it only "
                    + "plays when an ad of the pod fails.");
        }
    }

    private static void ids(XmlElement root, LintPass pass) {
        Map<String, Integer> seen = new HashMap<>();
        var servings = new HashSet<String>();
        root.children("Ad").forEach(ad -> {
            ad.attribute("id").filter(id -> !id.isBlank()).ifPresent(id -> {
                if (seen.merge(id, 1, Integer::sum) == 2) {
                    pass.reportAt("VAST-AD-ID-DUPLICATE", ad, "id",
                            "There is another Ad with the id " + Excerpt.of(id) + ".");
                }
            });
            ad.child("InLine").flatMap(body -> body.child("AdServingId")).filter(id -> !id.text().isEmpty())
                    .filter(id -> !servings.add(id.text()))
                    .ifPresent(id -> pass.report("VAST-ADSERVINGID-DUPLICATE", id,
                            "Another Ad has the same AdServingId; each needs its own."));
        });
    }

    private static void body(XmlElement ad, LintPass pass) {
        List<XmlElement> bodies = ad.children().stream()
                .filter(c -> c.name().equalsIgnoreCase("InLine") || c.name().equalsIgnoreCase("Wrapper")).toList();
        if (bodies.isEmpty()) {
            pass.report("VAST-AD-BODY-MISSING", ad, "Ad has neither InLine nor Wrapper.");
        } else if (ad.child("InLine").isPresent() && ad.child("Wrapper").isPresent()) {
            pass.report("VAST-AD-BODY-BOTH", bodies.get(1), "Ad has both InLine and Wrapper; it may have only one of them.");
        }
        ad.attribute("id").filter(String::isBlank).ifPresent(id -> pass.reportAt("VAST-AD-ID-EMPTY", ad, "id",
                "The id is empty."));
    }
}
