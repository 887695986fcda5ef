package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlElement;

/** What concerns a wrapper. */
final class WrapperChecks {

    private WrapperChecks() {
    }

    static void addTo(Checks checks) {
        checks.on("Wrapper", WrapperChecks::creatives);
        checks.on("Wrapper", WrapperChecks::pod);
        checks.on("Wrapper", WrapperChecks::tag);
    }

    private static void creatives(XmlElement wrapper, LintPass pass) {
        if (!pass.isAtLeast(VastVersion.V4_0) && wrapper.child("Creatives").isEmpty()) {
            pass.report("VAST-WRAPPER-CREATIVES-ABSENT", wrapper,
                    "The schema of VAST " + pass.version() + " wants Creatives in a Wrapper, even if it is empty.");
        }
    }

    private static void pod(XmlElement wrapper, LintPass pass) {
        boolean inPod = wrapper.parent().flatMap(ad -> ad.attribute("sequence")).isPresent();
        boolean many = wrapper.attribute("allowMultipleAds").map(String::strip)
                .filter(v -> v.equals("true") || v.equals("1")).isPresent();
        if (inPod && many) {
            pass.report("VAST-WRAPPER-POD-OPEN", wrapper,
                    "A wrapper in a pod allows several ads: the length of the pod is out of hand.");
        }
    }

    private static void tag(XmlElement wrapper, LintPass pass) {
        wrapper.child("VASTAdTagURI").filter(t -> wrapper.children("Impression")
                        .anyMatch(i -> !i.text().isEmpty() && i.text().equals(t.text())))
                .ifPresent(t -> pass.report("VAST-WRAPPER-TAG-IS-IMPRESSION", t,
                        "The address of the next response is called as an Impression, too."));
    }
}
