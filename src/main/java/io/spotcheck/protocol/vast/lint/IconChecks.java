package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlElement;
import java.util.HashSet;

/** What concerns icons. */
final class IconChecks {

    private IconChecks() {
    }

    static void addTo(Checks checks) {
        checks.on("Icon", IconChecks::place);
        checks.on("Icon", IconChecks::clicks);
        checks.on("Icons", IconChecks::programs);
        checks.on("IconClickFallbackImage", IconChecks::fallback);
    }

    private static void place(XmlElement icon, LintPass pass) {
        if (!pass.isAtLeast(VastVersion.V4_0)) {
            // VAST 3.0 requires what these rules ask for.
            return;
        }
        if (icon.attribute("program").filter(p -> !p.isBlank()).isEmpty()) {
            pass.report("VAST-ICON-PROGRAM-ABSENT", icon, "No program says what the icon stands for.");
        }
        if (icon.attribute("width").isEmpty() || icon.attribute("height").isEmpty()) {
            pass.report("VAST-ICON-SIZE-ABSENT", icon, "The icon has no width or no height.");
        }
        if (icon.attribute("xPosition").isEmpty() || icon.attribute("yPosition").isEmpty()) {
            pass.report("VAST-ICON-POSITION-ABSENT", icon, "The icon has no xPosition or no yPosition.");
        }
    }

    private static void clicks(XmlElement icon, LintPass pass) {
        if (icon.descend("IconClicks", "IconClickThrough").isEmpty()) {
            pass.report("VAST-ICON-CLICKTHROUGH-ABSENT", icon, "A click on the icon leads nowhere.");
        }
    }

    private static void programs(XmlElement icons, LintPass pass) {
        var seen = new HashSet<String>();
        icons.children("Icon").filter(i -> i.attribute("program").filter(p -> !p.isBlank() && !seen.add(p)).isPresent())
                .forEach(i -> pass.report("VAST-ICON-PROGRAM-DUPLICATE", i,
                        "There is an icon of this program before; players show one of each."));
    }

    private static void fallback(XmlElement image, LintPass pass) {
        if (image.child("StaticResource").isEmpty()) {
            pass.report("VAST-ICON-FALLBACK-RESOURCE-ABSENT", image, "The image has no StaticResource.");
        }
        if (image.child("AltText").isEmpty()) {
            pass.report("VAST-ICON-FALLBACK-ALTTEXT-ABSENT", image, "No AltText tells what the image shows.");
        }
    }
}
