package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Excerpt;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlElement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;

/** What concerns verification code. */
final class VerificationChecks {

    private VerificationChecks() {
    }

    static void addTo(Checks checks) {
        checks.onType("Verification", VerificationChecks::resources);
        checks.on("Verification", VerificationChecks::vendor);
        checks.on("Verification", VerificationChecks::notExecuted);
        checks.on("AdVerifications", VerificationChecks::duplicates);
        checks.on("JavaScriptResource", VerificationChecks::framework);
        checks.on("ExecutableResource", VerificationChecks::framework);
        checks.onType("VerificationTracking", VerificationChecks::reason);
    }

    private static void resources(XmlElement verification, LintPass pass) {
        if (verification.child("JavaScriptResource").isEmpty() && verification.child("ExecutableResource").isEmpty()
                && verification.child("FlashResource").isEmpty()) {
            pass.report("VAST-VERIFICATION-RESOURCE-ABSENT", verification, "There is no code to run.");
        }
    }

    private static void vendor(XmlElement verification, LintPass pass) {
        Optional<String> vendor = verification.attribute("vendor").map(String::strip);
        if (vendor.filter(String::isEmpty).isPresent()) {
            pass.reportAt("VAST-VERIFICATION-VENDOR-EMPTY", verification, "vendor", "The vendor is empty.");
        } else if (vendor.filter(v -> v.indexOf('.') < 0 || v.indexOf('-') < 0).isPresent()) {
            pass.reportAt("VAST-VERIFICATION-VENDOR-FORM", verification, "vendor",
                    "The vendor is “" + Excerpt.of(vendor.get()) + "”; the recommended form is domain-useCase, "
                            + "such as company.com-omid.");
        }
    }

    private static void notExecuted(XmlElement verification, LintPass pass) {
        if (pass.isAtLeast(VastVersion.V4_1) && LinearChecks.trackings(verification).isEmpty()) {
            pass.report("VAST-VERIFICATION-NOTEXECUTED-ABSENT", verification,
                    "The vendor is not told when its code is not run.");
        }
    }

    private static void duplicates(XmlElement verifications, LintPass pass) {
        var seen = new HashSet<String>();
        verifications.children("Verification").filter(v -> !seen.add(v.attribute("vendor").orElse("") + ' '
                        + v.child("JavaScriptResource").map(XmlElement::text).orElse("")
                        + v.child("ExecutableResource").map(XmlElement::text).orElse("")
                        + v.child("VerificationParameters").map(XmlElement::text).orElse("")))
                .forEach(v -> pass.report("VAST-VERIFICATION-DUPLICATE", v,
                        "The same Verification stands here before."));
    }

    private static void framework(XmlElement resource, LintPass pass) {
        Optional<String> framework = resource.attribute("apiFramework").map(String::strip);
        if (framework.filter(f -> f.equalsIgnoreCase("omid") && !f.equals("omid")).isPresent()) {
            pass.reportAt("VAST-VERIFICATION-OMID-CASE", resource, "apiFramework",
                    "The framework is written “" + framework.get() + "”; write omid.",
                    mend -> mend.attribute("apiFramework", "omid"));
        } else if (framework.filter(f -> !f.equals("omid")).isPresent()) {
            pass.reportAt("VAST-VERIFICATION-FRAMEWORK-UNUSUAL", resource, "apiFramework", framework.get().isEmpty()
                    ? "apiFramework is empty." : "Few players run code for “" + Excerpt.of(framework.get())
                    + "”; the usual framework is omid.");
        }
        if (resource.name().equals("JavaScriptResource") && !resource.text().isEmpty()
                && MediaFileChecks.path(resource.text()).endsWith(".html")) {
            pass.report("VAST-VERIFICATION-HTML", resource, "The address looks like a page, not like a script.");
        }
    }

    private static void reason(XmlElement tracking, LintPass pass) {
        if (!tracking.text().isEmpty() && !tracking.text().toUpperCase(Locale.ROOT).contains("REASON")) {
            pass.report("VAST-VERIFICATION-REASON-ABSENT", tracking,
                    "Without [REASON] the vendor does not learn why its code was not run.");
        }
    }
}
