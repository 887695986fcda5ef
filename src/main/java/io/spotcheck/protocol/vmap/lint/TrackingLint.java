package io.spotcheck.protocol.vmap.lint;

import io.spotcheck.lint.Edit;
import io.spotcheck.lint.Excerpt;
import io.spotcheck.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What concerns the tracking of a break (VMAP 1.0.1 §2.3.3 and §2.5). */
final class TrackingLint {

    private static final String EVENT = "event";
    private static final String MACRO = "[ERROR_CODE]";
    private static final String VAST_MACRO = "[ERRORCODE]";

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
                .filter(t -> !seen.add(t.attribute(EVENT).orElse("") + " " + t.text()))
                .forEach(t -> pass.report("VMAP-TRACKING-DUPLICATE", t,
                        "The same address is there twice for this event; it is called twice."));
    }

    void tracking(XmlElement element, VmapLintPass pass) {
        element.attribute(EVENT).map(String::strip).ifPresent(event -> event(element, event, pass));
        if (element.text().isEmpty()) {
            if (!element.children().isEmpty()) {
                // It holds something else, which is told as that.
                return;
            }
            pass.report("VMAP-TRACKING-EMPTY", element, "Tracking is empty; nobody is told.");
            return;
        }
        AddressLint.lint(element, "VMAP-TRACKING", pass);
        if (element.attribute(EVENT).map(String::strip).filter("error"::equals).isPresent()) {
            error(element, pass);
        }
    }

    private void event(XmlElement element, String event, VmapLintPass pass) {
        if (data.events().contains(event)) {
            return;
        }
        Optional<String> meant = data.events().stream().filter(event::equalsIgnoreCase).findFirst();
        if (meant.isPresent()) {
            pass.reportAt("VMAP-TRACKING-EVENT-CASE", element, EVENT, "The event is written " + event + "; write "
                    + meant.get() + ".", mend -> mend.attribute(EVENT, meant.get()));
        } else {
            pass.reportAt("VMAP-TRACKING-EVENT-UNKNOWN", element, EVENT, "A break has no event “" + Excerpt.of(event)
                    + "”; it has " + String.join(", ", data.events()) + ".");
        }
    }

    private static List<Edit> vastMacros(String url) {
        var edits = new ArrayList<Edit>();
        for (int at = url.indexOf(VAST_MACRO); at >= 0; at = url.indexOf(VAST_MACRO, at + 1)) {
            edits.add(new Edit(at, at + VAST_MACRO.length(), MACRO));
        }
        return edits;
    }

    private static void error(XmlElement element, VmapLintPass pass) {
        if (element.text().contains(MACRO)) {
            return;
        }
        if (element.text().contains(VAST_MACRO)) {
            pass.report("VMAP-ERROR-MACRO-VAST", element,
                    "[ERRORCODE] is the macro of VAST; players of schedules fill [ERROR_CODE].",
                    mend -> mend.texts(vastMacros(element.text())));
        } else {
            pass.report("VMAP-ERROR-MACRO-ABSENT", element, "Nothing asks for the reason; add [ERROR_CODE].");
        }
    }
}
