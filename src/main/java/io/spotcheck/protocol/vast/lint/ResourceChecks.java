package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What concerns overlays, companions, and the resources that they and icons show. */
final class ResourceChecks {

    private static final List<String> RESOURCES = List.of("StaticResource", "IFrameResource", "HTMLResource");

    /** Endings that a file of a type does not have. */
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "image/png", List.of(".jpg", ".jpeg", ".gif", ".js", ".html", ".mp4"),
            "image/jpeg", List.of(".png", ".gif", ".js", ".html", ".mp4"),
            "image/gif", List.of(".png", ".jpg", ".js", ".html", ".mp4"));

    private ResourceChecks() {
    }

    static void addTo(Checks checks) {
        checks.onType("NonLinear", needsResource("VAST-NONLINEAR-RESOURCE-MISSING"));
        checks.onType("Companion", needsResource("VAST-COMPANION-RESOURCE-MISSING"));
        checks.onType("Icon", needsResource("VAST-ICON-RESOURCE-MISSING"));
        for (String name : List.of("NonLinear", "Companion", "Icon")) {
            checks.on(name, ResourceChecks::oneResource);
            checks.on(name, ResourceChecks::size);
        }
        checks.on("Companion", ResourceChecks::companion);
        checks.on("CompanionAds", ResourceChecks::companions);
        checks.on("NonLinear", ResourceChecks::framework);
        checks.on("StaticResource", ResourceChecks::staticResource);
        checks.on("HTMLResource", ResourceChecks::html);
        checks.onType("NonLinear", ResourceChecks::overlayClick);
    }

    private static long resources(XmlElement element) {
        return element.children().stream().filter(c -> RESOURCES.contains(c.name())).count();
    }

    private static Check needsResource(String rule) {
        return (element, pass) -> {
            if (resources(element) == 0) {
                pass.report(rule, element, element.name()
                        + " has neither StaticResource, IFrameResource nor HTMLResource: there is nothing to show.");
            }
        };
    }

    private static void oneResource(XmlElement element, LintPass pass) {
        if (!pass.isAtLeast(VastVersion.V4_0)) {
            element.children().stream().filter(c -> RESOURCES.contains(c.name())).skip(1).findFirst()
                    .ifPresent(second -> pass.report("VAST-RESOURCE-SEVERAL", second,
                            "Before VAST 4.0 there is only one resource in " + element.name() + "."));
        }
    }

    private static Optional<Long> number(XmlElement element, String attribute) {
        return element.attribute(attribute).map(String::strip).flatMap(Values::integer);
    }

    private static void size(XmlElement element, LintPass pass) {
        Optional<Long> width = number(element, "width");
        Optional<Long> height = number(element, "height");
        if (width.filter(w -> w < 0).isPresent() || height.filter(h -> h < 0).isPresent()) {
            pass.report("VAST-RESOURCE-SIZE-NEGATIVE", element, "The width or the height is below zero.");
        }
        if (isLess(number(element, "expandedWidth"), width) || isLess(number(element, "expandedHeight"), height)) {
            pass.report("VAST-RESOURCE-EXPANDED-SMALLER", element, "When expanded it is smaller than before.");
        }
    }

    private static boolean isLess(Optional<Long> one, Optional<Long> other) {
        return one.isPresent() && other.isPresent() && one.get() > 0 && one.get() < other.get();
    }

    private static void companion(XmlElement companion, LintPass pass) {
        boolean image = companion.child("StaticResource").flatMap(r -> r.attribute("creativeType"))
                .filter(t -> t.strip().toLowerCase(Locale.ROOT).startsWith("image/")).isPresent();
        if (image && companion.child("CompanionClickThrough").isEmpty()) {
            pass.report("VAST-COMPANION-CLICKTHROUGH-ABSENT", companion, "A click on the image leads nowhere.");
        }
        if (image && companion.child("AltText").isEmpty()) {
            pass.report("VAST-COMPANION-ALTTEXT-ABSENT", companion, "No AltText tells what the image shows.");
        }
        boolean endCard = companion.attribute("renderingMode").map(String::strip).filter("end-card"::equals)
                .isPresent();
        if (!endCard && (number(companion, "width").filter(w -> w == 0).isPresent()
                || number(companion, "height").filter(h -> h == 0).isPresent())) {
            pass.report("VAST-COMPANION-SIZE-ZERO", companion, "Only an end card may leave its size open.");
        }
        framework(companion, pass);
    }

    private static void companions(XmlElement ads, LintPass pass) {
        boolean required = ads.attribute("required").map(String::strip)
                .filter(r -> r.equals("all") || r.equals("any")).isPresent();
        if (required && ads.child("Companion").isEmpty()) {
            pass.report("VAST-COMPANIONADS-REQUIRED-NONE", ads,
                    "Companions are required and there are none: players must disregard the ad.");
        }
    }

    private static void overlayClick(XmlElement overlay, LintPass pass) {
        if (overlay.child("StaticResource").isPresent() && overlay.child("NonLinearClickThrough").isEmpty()) {
            pass.report("VAST-NONLINEAR-CLICKTHROUGH-ABSENT", overlay, "A click on the image leads nowhere.");
        }
    }

    private static void framework(XmlElement element, LintPass pass) {
        if (element.attribute("apiFramework").map(String::strip).filter("VPAID"::equalsIgnoreCase).isPresent()) {
            pass.reportAt(pass.isAtLeast(VastVersion.V4_1) ? "VAST-VPAID-DEPRECATED" : "VAST-VPAID", element,
                    "apiFramework", "Only players with VPAID can show this " + element.name()
                    + "; many have dropped it.");
        }
    }

    private static void staticResource(XmlElement resource, LintPass pass) {
        String type = resource.stripped("creativeType").toLowerCase(Locale.ROOT);
        String path = MediaFileChecks.path(resource.text());
        if (type.contains("flash") || path.endsWith(".swf")) {
            pass.report("VAST-RESOURCE-FLASH", resource, "No device shows Flash any more.");
        } else if (ENDINGS.getOrDefault(type, List.of()).stream().anyMatch(path::endsWith)) {
            pass.reportAt("VAST-RESOURCE-TYPE-MISMATCH", resource, "creativeType",
                    "The file is declared as " + type + ", and its name says otherwise.");
        } else if (type.equals("image/jpg") || type.equals("image/pjpeg")) {
            pass.reportAt("VAST-RESOURCE-TYPE-UNUSUAL", resource, "creativeType",
                    "The type of JPEG images is image/jpeg, not " + type + ".",
                    mend -> mend.attribute("creativeType", "image/jpeg"));
        } else if (type.startsWith("video/") || type.startsWith("audio/")) {
            pass.reportAt("VAST-RESOURCE-TYPE-MEDIA", resource, "creativeType",
                    "A static resource is no video and no audio.");
        }
    }

    private static void html(XmlElement resource, LintPass pass) {
        String html = resource.text();
        if (html.startsWith("http://") || html.startsWith("https://")) {
            pass.report("VAST-HTMLRESOURCE-URL", resource,
                    "HTMLResource holds HTML, not an address; that belongs in IFrameResource.");
        } else if (html.startsWith("&lt;")) {
            pass.report("VAST-HTMLRESOURCE-ESCAPED", resource, "The HTML is escaped twice and would be shown as text.");
        } else if (html.contains("src=\"http://") || html.contains("src='http://")) {
            pass.report("VAST-HTMLRESOURCE-INSECURE", resource,
                    "The HTML loads something without encryption; secure pages refuse that.",
                    mend -> mend.texts(UrlRepair.insecureSources(html)));
        }
    }
}
