package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlElement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What concerns one ad: its names, its price, its impressions. */
final class AdChecks {

    private static final Set<String> TITLES = Set.of("test", "title", "ad title", "adtitle", "test ad", "my ad", "ad",
            "untitled", "todo", "tbd", "n/a", "none", "null", "undefined", "placeholder", "sample", "ad name");
    private static final Set<String> SYSTEMS = Set.of("test", "ad system", "adsystem", "todo", "tbd", "n/a", "none",
            "null", "undefined", "placeholder", "unknown");
    private static final int SHORTEST_SERVING_ID = 8;

    private AdChecks() {
    }

    static void addTo(Checks checks) {
        checks.on("InLine", AdChecks::impressions);
        checks.on("Wrapper", AdChecks::impressions);
        checks.on("InLine", AdChecks::playable);
        checks.on("InLine", AdChecks::errorUrl);
        checks.on("InLine", AdChecks::audio);
        checks.on("AdTitle", AdChecks::title);
        checks.on("AdSystem", AdChecks::system);
        checks.on("AdServingId", AdChecks::servingId);
        checks.on("Pricing", AdChecks::pricing);
        checks.on("Expires", AdChecks::expires);
        checks.onType("Error", AdChecks::errorCode);
        checks.onType("ViewableImpression", AdChecks::viewable);
    }

    private static void impressions(XmlElement body, LintPass pass) {
        var seen = new HashSet<String>();
        body.children("Impression").filter(i -> !i.text().isEmpty() && !seen.add(i.text()))
                .forEach(i -> pass.report("VAST-IMPRESSION-DUPLICATE", i,
                        "The same Impression stands in this ad before; it is counted twice."));
    }

    private static void playable(XmlElement inLine, LintPass pass) {
        Optional<XmlElement> creatives = inLine.child("Creatives");
        if (creatives.isEmpty() || creatives.get().child("Creative").isEmpty()) {
            return;
        }
        for (XmlElement creative : creatives.get().children()) {
            if (creative.child("Linear").isPresent() || creative.child("NonLinearAds").isPresent()) {
                return;
            }
        }
        pass.report("VAST-INLINE-NOTHING-TO-PLAY", creatives.get(),
                "The ad has neither a Linear nor NonLinearAds: there is nothing to play.");
    }

    private static void errorUrl(XmlElement inLine, LintPass pass) {
        if (inLine.child("Error").isEmpty()) {
            pass.report("VAST-ERROR-ABSENT", inLine, "The ad has no Error: nobody is told when it cannot be played.");
        }
    }

    private static void errorCode(XmlElement error, LintPass pass) {
        String url = error.text().toUpperCase(Locale.ROOT);
        if (pass.isAtLeast(VastVersion.V3_0) && !url.isEmpty() && !url.contains("ERRORCODE")
                && !url.contains("ERROR_CODE")) {
            pass.report("VAST-ERROR-CODE-ABSENT", error,
                    "The Error has no [ERRORCODE]: the server learns that something failed, and not what.");
        }
    }

    private static void audio(XmlElement inLine, LintPass pass) {
        boolean audio = inLine.parent().flatMap(ad -> ad.attribute("adType")).map(String::strip)
                .filter("audio"::equals).isPresent();
        if (!audio || !pass.isAtLeast(VastVersion.V4_1)) {
            return;
        }
        inLine.child("ViewableImpression").ifPresent(v -> pass.report("VAST-AUDIO-VIEWABLE", v,
                "An audio ad cannot be viewable; ViewableImpression does not apply to it."));
        inLine.descend("Creatives").ifPresent(creatives -> creatives.children("Creative").forEach(creative -> {
            creative.child("NonLinearAds").ifPresent(n -> pass.report("VAST-AUDIO-NONLINEAR", n,
                    "An audio ad has nothing to be laid over; NonLinearAds do not apply to it."));
            creative.descend("Linear", "MediaFiles").stream().flatMap(m -> m.children("MediaFile"))
                    .filter(f -> f.attribute("type").filter(t -> t.strip().startsWith("video/")).isPresent())
                    .forEach(f -> pass.report("VAST-AUDIO-VIDEO-FILE", f,
                            "The ad is declared as audio, and this file is video."));
        }));
    }

    private static void title(XmlElement title, LintPass pass) {
        if (TITLES.contains(title.text().toLowerCase(Locale.ROOT))) {
            pass.report("VAST-ADTITLE-PLACEHOLDER", title, "“" + title.text() + "” looks like a placeholder.");
        }
    }

    private static void system(XmlElement system, LintPass pass) {
        if (SYSTEMS.contains(system.text().toLowerCase(Locale.ROOT))) {
            pass.report("VAST-ADSYSTEM-PLACEHOLDER", system, "“" + system.text() + "” looks like a placeholder.");
        }
    }

    private static void servingId(XmlElement id, LintPass pass) {
        String text = id.text();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("unknown") || TITLES.contains(lower) || isZero(lower)) {
            pass.report("VAST-ADSERVINGID-PLACEHOLDER", id, "“" + text + "” looks like a placeholder.");
        } else if (!text.isEmpty() && text.length() < SHORTEST_SERVING_ID) {
            pass.report("VAST-ADSERVINGID-SHORT", id, "“" + text + "” is too short to be unique; use a GUID.");
        }
    }

    private static boolean isZero(String id) {
        return !id.isEmpty() && id.chars().allMatch(c -> c == '0' || c == '-');
    }

    private static void pricing(XmlElement pricing, LintPass pass) {
        String price = pricing.text();
        if (price.startsWith("-")) {
            pass.report("VAST-PRICING-NEGATIVE", pricing, "The price is below zero.");
        } else if (!price.isEmpty() && price.chars().allMatch(c -> c == '0' || c == '.')) {
            pass.report("VAST-PRICING-ZERO", pricing, "The price is zero.");
        }
        pricing.attribute("currency").map(String::strip).filter(c -> !c.equals(c.toUpperCase(Locale.ROOT)))
                .ifPresent(c -> pass.reportAt("VAST-PRICING-CURRENCY-CASE", pricing, "currency",
                        "The currency is written “" + c + "”; ISO 4217 writes it in capitals.",
                        mend -> mend.attribute("currency", c.toUpperCase(Locale.ROOT))));
    }

    private static void expires(XmlElement expires, LintPass pass) {
        Values.integer(expires.text()).filter(seconds -> seconds <= 0).ifPresent(seconds ->
                pass.report("VAST-EXPIRES-PAST", expires, "The ad expires after " + seconds
                        + " seconds: it is never played."));
    }

    private static void viewable(XmlElement viewable, LintPass pass) {
        if (viewable.children().isEmpty()) {
            pass.report("VAST-VIEWABLEIMPRESSION-EMPTY", viewable, "ViewableImpression holds nothing to call.");
        }
    }
}
