package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Excerpt;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlElement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What concerns a creative and its identifiers. */
final class CreativeChecks {

    private static final List<String> KINDS = List.of("Linear", "NonLinearAds", "CompanionAds");

    private CreativeChecks() {
    }

    static void addTo(Checks checks) {
        checks.on("Creative", CreativeChecks::kinds);
        checks.on("Creatives", CreativeChecks::ids);
        checks.on("Creative", CreativeChecks::universalAdIds);
        checks.on("UniversalAdId", CreativeChecks::universalAdId);
        checks.on("Creative", CreativeChecks::sequence);
    }

    private static void kinds(XmlElement creative, LintPass pass) {
        List<XmlElement> kinds = creative.children().stream().filter(c -> KINDS.contains(c.name())).toList();
        Optional<XmlElement> second = kinds.stream().filter(k -> !k.name().equals(kinds.getFirst().name())).findFirst();
        if (kinds.isEmpty() && creative.children().stream().allMatch(c -> c.name().equals("UniversalAdId"))) {
            pass.report("VAST-CREATIVE-EMPTY", creative, "Creative has neither Linear, NonLinearAds nor CompanionAds.");
        } else if (second.isPresent() && !pass.isAtLeast(VastVersion.V4_0)) {
            pass.report("VAST-CREATIVE-KINDS-MIXED", second.get(),
                    "Before VAST 4.0 a Creative has only one of Linear, NonLinearAds and CompanionAds.");
        }
    }

    private static void ids(XmlElement creatives, LintPass pass) {
        var seen = new HashSet<String>();
        creatives.children("Creative").forEach(creative -> creative.attribute("id")
                .filter(id -> !id.isBlank() && !seen.add(id))
                .ifPresent(id -> pass.reportAt("VAST-CREATIVE-ID-DUPLICATE", creative, "id",
                        "Another Creative of this ad has the id " + Excerpt.of(id) + ".")));
    }

    private static void sequence(XmlElement creative, LintPass pass) {
        creative.attribute("sequence").map(String::strip).flatMap(Values::integer).filter(n -> n < 0)
                .ifPresent(n -> pass.reportAt("VAST-CREATIVE-SEQUENCE-NEGATIVE", creative, "sequence",
                        "The sequence of a creative counts from 1, not " + n + "."));
    }

    private static void universalAdIds(XmlElement creative, LintPass pass) {
        var seen = new HashSet<String>();
        creative.children("UniversalAdId").forEach(id -> {
            if (!id.text().isEmpty() && !seen.add(id.attribute("idRegistry").orElse("") + ' ' + id.text())) {
                pass.report("VAST-UNIVERSALADID-DUPLICATE", id, "The same UniversalAdId stands here before.");
            }
        });
    }

    private static void universalAdId(XmlElement id, LintPass pass) {
        String registry = id.attribute("idRegistry").map(String::strip).orElse("");
        Optional<String> value = id.attribute("idValue").map(String::strip).filter(v -> !v.isEmpty());
        String text = id.text();
        if (text.isEmpty() && (value.isEmpty() || pass.isAtLeast(VastVersion.V4_1))) {
            pass.report("VAST-UNIVERSALADID-EMPTY", id, "UniversalAdId is empty; where there is none, write unknown.");
        } else if (value.isPresent() && !text.isEmpty() && !value.get().equals(text)) {
            pass.reportAt("VAST-UNIVERSALADID-IDVALUE-DIFFERS", id, "idValue", "idValue is “" + Excerpt.of(value.get())
                    + "” and the text is “" + Excerpt.of(text) + "”; the text counts.");
        }
        if (id.attribute("idRegistry").isPresent() && registry.isEmpty()) {
            pass.reportAt("VAST-UNIVERSALADID-REGISTRY-EMPTY", id, "idRegistry",
                    "idRegistry is empty; where there is none, write unknown.");
        } else if (registry.equalsIgnoreCase("unknown") && !text.isEmpty() && !text.equalsIgnoreCase("unknown")) {
            pass.report("VAST-UNIVERSALADID-REGISTRY-UNKNOWN", id,
                    "An identifier without a registry cannot be looked up.");
        } else if (registry.equalsIgnoreCase("unknown") || text.equalsIgnoreCase("unknown")) {
            pass.report("VAST-UNIVERSALADID-UNKNOWN", id, "The creative has no identifier of its own.");
        }
    }
}
