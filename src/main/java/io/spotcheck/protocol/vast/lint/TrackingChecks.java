package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What concerns the tracking of events and clicks. */
final class TrackingChecks {

    private static final List<String> QUARTILES =
            List.of("start", "firstQuartile", "midpoint", "thirdQuartile", "complete");

    private TrackingChecks() {
    }

    static void addTo(Checks checks) {
        checks.onType("Linear", TrackingChecks::quartiles);
        checks.onType("LinearTracking", TrackingChecks::offset);
        checks.onType("NonLinearTracking", TrackingChecks::strayOffset);
        checks.onType("CompanionTracking", TrackingChecks::strayOffset);
        checks.on("TrackingEvents", TrackingChecks::duplicates);
        checks.on("VideoClicks", twice("ClickTracking"));
        checks.on("NonLinear", twice("NonLinearClickTracking"));
        checks.on("Companion", twice("CompanionClickTracking"));
        checks.on("IconClicks", twice("IconClickTracking"));
    }

    private static void quartiles(XmlElement linear, LintPass pass) {
        var missing = new ArrayList<>(QUARTILES);
        List<XmlElement> trackings = LinearChecks.trackings(linear);
        for (XmlElement tracking : trackings) {
            missing.remove(tracking.stripped("event"));
        }
        if (missing.size() == QUARTILES.size()) {
            if (LinearChecks.tracking(trackings, "progress").isEmpty()) {
                pass.report("VAST-TRACKING-ABSENT", linear, "Nobody is told how far the ad was played.");
            }
        } else if (!missing.isEmpty()) {
            XmlElement at = linear.child("TrackingEvents").orElse(linear);
            pass.report("VAST-QUARTILES-INCOMPLETE", at, "Not tracked: " + String.join(", ", missing) + ".");
        }
    }

    private static void offset(XmlElement tracking, LintPass pass) {
        boolean progress = LinearChecks.isEvent(tracking, "progress");
        String offset = tracking.stripped("offset");
        if (progress && tracking.attribute("offset").isEmpty() && pass.isAtLeast(VastVersion.V3_0)) {
            pass.report("VAST-PROGRESS-OFFSET-ABSENT", tracking,
                    "progress has no offset: nobody knows when to track it.");
        } else if (!progress && !offset.isEmpty()) {
            pass.reportAt("VAST-OFFSET-WITHOUT-PROGRESS", tracking, "offset",
                    "An offset matters to the event progress only.");
        }
        if (LinearChecks.percentage(offset) > 100) {
            pass.reportAt("VAST-OFFSET-PERCENTAGE", tracking, "offset", "The offset is more than 100%.");
        }
    }

    private static void strayOffset(XmlElement tracking, LintPass pass) {
        if (tracking.attribute("offset").isPresent()) {
            pass.reportAt("VAST-TRACKING-OFFSET-MISPLACED", tracking, "offset",
                    "Only the Tracking of a Linear has an offset.");
        }
    }

    private static void duplicates(XmlElement events, LintPass pass) {
        var urls = new HashSet<String>();
        boolean twice = false;
        for (XmlElement tracking : events.children()) {
            twice |= !tracking.text().isEmpty() && !urls.add(tracking.text());
        }
        if (twice) {
            sameEvents(events, pass);
        }
    }

    private static void sameEvents(XmlElement events, LintPass pass) {
        var seen = new HashSet<String>();
        events.children("Tracking").forEach(tracking -> {
            String key = tracking.attribute("event").orElse("") + ' ' + tracking.attribute("offset").orElse("") + ' '
                    + tracking.text();
            if (!tracking.text().isEmpty() && !seen.add(key)) {
                pass.report("VAST-TRACKING-DUPLICATE", tracking,
                        "The same address is called for the same event before; it is counted twice.");
            }
        });
    }

    private static Check twice(String name) {
        return (parent, pass) -> {
            var seen = new HashSet<String>();
            parent.children(name).filter(c -> !c.text().isEmpty() && !seen.add(c.text()))
                    .forEach(c -> pass.report("VAST-CLICK-DUPLICATE", c,
                            "The same " + name + " stands here before; the click is counted twice."));
        };
    }
}
