package io.spotcheck.protocol.vmap.lint;

import io.spotcheck.lint.Excerpt;
import io.spotcheck.xml.XmlElement;
import java.util.HashSet;
import java.util.Optional;

/** What concerns the tracking of a break (VMAP 1.0.1 §2.3.3 and §2.5). */
final class TrackingLint {

    private final VmapElements data;

    TrackingLint(VmapElements data) {
        this.data = data;
    }

    void trackingEvents(XmlElement element, VmapLintPass pass) {
        if (element.children().isEmpty()) {
            pass.report("VMAP-TRACKINGEVENTS-EMPTY", element, "TrackingEvents holds nothing.");
        }
        var seen = new HashSet<String>();
        element.children("Tracking").filter(t -> !t.text().isEmpty())
                .filter(t -> !seen.add(t.attribute("event").orElse("") + " " + t.text()))
                .forEach(t -> pass.report("VMAP-TRACKING-DUPLICATE", t,
                        "The same address is there twice for this event; it is called twice."));
    }

    void tracking(XmlElement element, VmapLintPass pass) {
        element.attribute("event").map(String::strip).ifPresent(event -> event(element, event, pass));
        if (element.text().isEmpty()) {
            pass.report("VMAP-TRACKING-EMPTY", element, "Tracking is empty; nobody is told.");
            return;
        }
        AddressLint.lint(element, "VMAP-TRACKING", pass);
        if (element.attribute("event").map(String::strip).filter("error"::equals).isPresent()) {
            error(element, pass);
        }
    }

    private void event(XmlElement element, String event, VmapLintPass pass) {
        if (data.events().contains(event)) {
            return;
        }
        Optional<String> meant = data.events().stream().filter(event::equalsIgnoreCase).findFirst();
        if (meant.isPresent()) {
            pass.report("VMAP-TRACKING-EVENT-CASE", element, "The event is written " + event + "; write " + meant.get()
                    + ".");
        } else {
            pass.report("VMAP-TRACKING-EVENT-UNKNOWN", element, "A break has no event “" + Excerpt.of(event)
                    + "”; it has " + String.join(", ", data.events()) + ".");
        }
    }

    private static void error(XmlElement element, VmapLintPass pass) {
        if (element.text().contains("[ERROR_CODE]")) {
            return;
        }
        if (element.text().contains("[ERRORCODE]")) {
            pass.report("VMAP-ERROR-MACRO-VAST", element,
                    "[ERRORCODE] is the macro of VAST; players of schedules fill [ERROR_CODE].");
        } else {
            pass.report("VMAP-ERROR-MACRO-ABSENT", element, "Nothing asks for the reason; add [ERROR_CODE].");
        }
    }
}
