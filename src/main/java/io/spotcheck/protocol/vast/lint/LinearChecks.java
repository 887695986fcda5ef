package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.protocol.vast.document.VastTime;
import io.spotcheck.xml.XmlElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What concerns the time of a linear ad: its duration, and the moments that are measured against it. */
final class LinearChecks {

    private static final Duration UNUSUAL = Duration.ofMinutes(10);

    private LinearChecks() {
    }

    static void addTo(Checks checks) {
        checks.on("Duration", LinearChecks::duration);
        checks.on("Linear", LinearChecks::skipOffset);
        checks.onType("Linear", LinearChecks::skipTracking);
        checks.onType("Linear", LinearChecks::progress);
        checks.onType("Linear", LinearChecks::icons);
        checks.onType("Linear", LinearChecks::clicks);
        checks.onType("Linear", LinearChecks::media);
    }

    private static Optional<Duration> length(XmlElement linear) {
        return linear.child("Duration").map(XmlElement::text).flatMap(VastTime::parse).filter(d -> !d.isZero());
    }

    private static void duration(XmlElement duration, LintPass pass) {
        Optional<Duration> time = VastTime.parse(duration.text());
        if (time.isEmpty()) {
            return;
        }
        int point = duration.text().indexOf('.');
        if (time.get().isZero()) {
            pass.report("VAST-DURATION-ZERO", duration, "The ad has no length.");
        } else if (time.get().compareTo(UNUSUAL) > 0) {
            pass.report("VAST-DURATION-UNUSUAL", duration, "The ad is longer than ten minutes.");
        }
        if (point > 0 && duration.text().length() - point != 4) {
            pass.report("VAST-DURATION-FRACTION", duration,
                    "Parts of a second are written with three digits, as in 00:00:30.500.",
                    mend -> mend.text((duration.text() + "00").substring(0, point + 4)));
        }
    }

    private static void skipOffset(XmlElement linear, LintPass pass) {
        Optional<String> written = linear.attribute("skipoffset").map(String::strip);
        if (written.isEmpty()) {
            return;
        }
        Optional<Duration> length = length(linear);
        Optional<Duration> offset = VastTime.offset(written.get(), length);
        if (percentage(written.get()) > 100) {
            pass.reportAt("VAST-OFFSET-PERCENTAGE", linear, "skipoffset", "skipoffset is more than 100%.");
        } else if (offset.isPresent() && length.isPresent() && offset.get().compareTo(length.get()) >= 0) {
            pass.reportAt("VAST-SKIPOFFSET-BEYOND-DURATION", linear, "skipoffset", "skipoffset is " + written.get()
                    + ", and the ad ends at that time or before: it can never be skipped.");
        } else if (offset.filter(Duration::isZero).isPresent()) {
            pass.reportAt("VAST-SKIPOFFSET-ZERO", linear, "skipoffset",
                    "The ad can be skipped at once; many publishers ask for more.");
        }
    }

    private static void skipTracking(XmlElement linear, LintPass pass) {
        boolean skippable = linear.attribute("skipoffset").isPresent();
        Optional<XmlElement> skip = tracking(trackings(linear), "skip");
        if (skippable && skip.isEmpty()) {
            pass.report("VAST-SKIP-TRACKING-ABSENT", linear, "The ad can be skipped, and no skip is tracked.");
        } else if (!skippable && skip.isPresent()) {
            pass.report("VAST-SKIP-WITHOUT-OFFSET", skip.get(),
                    "A skip is tracked, and without skipoffset the ad cannot be skipped.");
        }
    }

    private static void progress(XmlElement linear, LintPass pass) {
        Optional<Duration> length = length(linear);
        for (XmlElement tracking : trackings(linear)) {
            if (!isEvent(tracking, "progress")) {
                continue;
            }
            String offset = tracking.stripped("offset");
            Optional<Duration> moment = VastTime.offset(offset, length);
            if (length.isPresent() && moment.filter(m -> m.compareTo(length.get()) > 0).isPresent()
                    && percentage(offset) <= 100) {
                pass.reportAt("VAST-PROGRESS-BEYOND-DURATION", tracking, "offset", "progress is tracked at " + offset
                        + ", after the end of the ad.");
            }
        }
    }

    static List<XmlElement> trackings(XmlElement parent) {
        var trackings = new ArrayList<XmlElement>();
        for (XmlElement events : parent.children()) {
            if (events.name().equals("TrackingEvents")) {
                for (XmlElement tracking : events.children()) {
                    if (tracking.name().equals("Tracking")) {
                        trackings.add(tracking);
                    }
                }
            }
        }
        return trackings;
    }

    /** The first tracking of an event. */
    static Optional<XmlElement> tracking(List<XmlElement> trackings, String event) {
        for (XmlElement tracking : trackings) {
            if (isEvent(tracking, event)) {
                return Optional.of(tracking);
            }
        }
        return Optional.empty();
    }

    static boolean isEvent(XmlElement tracking, String event) {
        return tracking.stripped("event").equals(event);
    }

    static double percentage(String offset) {
        if (!offset.endsWith("%")) {
            return 0;
        }
        try {
            return Double.parseDouble(offset.substring(0, offset.length() - 1).strip());
        } catch (NumberFormatException wrong) {
            return 0;
        }
    }

    private static void icons(XmlElement linear, LintPass pass) {
        Optional<Duration> length = length(linear);
        if (length.isEmpty()) {
            return;
        }
        linear.children("Icons").flatMap(i -> i.children("Icon")).forEach(icon -> {
            Duration offset = icon.attribute("offset").flatMap(VastTime::parse).orElse(Duration.ZERO);
            Duration shown = icon.attribute("duration").flatMap(VastTime::parse).orElse(Duration.ZERO);
            if (offset.compareTo(length.get()) >= 0) {
                pass.report("VAST-ICON-BEYOND-DURATION", icon, "The icon appears when the ad is over.");
            } else if (offset.plus(shown).compareTo(length.get()) > 0) {
                pass.report("VAST-ICON-OUTLASTS-AD", icon, "The icon is to be shown longer than the ad lasts.");
            }
        });
    }

    private static void clicks(XmlElement linear, LintPass pass) {
        Optional<XmlElement> clicks = linear.child("VideoClicks");
        if (clicks.isPresent() && clicks.get().child("ClickThrough").isEmpty()) {
            pass.report("VAST-CLICKTHROUGH-ABSENT", clicks.get(),
                    "VideoClicks has no ClickThrough: a click leads nowhere.");
        }
    }

    private static void media(XmlElement linear, LintPass pass) {
        if (linear.child("MediaFiles").isEmpty() && !pass.isAtLeast(VastVersion.V4_0)) {
            pass.report("VAST-LINEAR-MEDIAFILES-MISSING", linear,
                    "Linear has no MediaFiles: there is nothing to play.");
        }
    }
}
