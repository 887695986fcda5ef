package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Excerpt;
import io.spotcheck.protocol.vast.catalogue.ElementType;
import io.spotcheck.protocol.vast.catalogue.EventType;
import io.spotcheck.protocol.vast.catalogue.EventType.Context;
import io.spotcheck.protocol.vast.catalogue.VastCatalogue;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the event that a {@code Tracking} names. */
final class EventLint {

    /** Events that are the same by another name. */
    private static final Map<String, String> SUCCESSORS =
            Map.of("fullscreen", "playerExpand", "exitFullscreen", "playerCollapse");

    private final VastCatalogue catalogue;
    private final Spelling spelling;

    EventLint(VastCatalogue catalogue, Spelling spelling) {
        this.catalogue = catalogue;
        this.spelling = spelling;
    }

    void lint(XmlElement element, String event, ElementType type, LintPass pass) {
        Context context = context(type);
        Optional<EventType> known = catalogue.event(event);
        if (context == Context.VERIFICATION) {
            if (known.filter(e -> e.contexts().contains(context)).isEmpty()) {
                pass.reportAt("VAST-VERIFICATION-EVENT-UNKNOWN", element, "event",
                        "Verification code has the one event "
                        + "verificationNotExecuted, not “" + Excerpt.of(event) + "”.");
            }
        } else if (known.isEmpty() || known.get().contexts().contains(Context.VERIFICATION)) {
            unknown(element, event, pass);
        } else if (!known.get().in().contains(pass.version())) {
            versionLacks(element, known.get(), pass);
        } else if (pass.isAtLeast(VastVersion.V4_0) && !known.get().contexts().contains(context)) {
            pass.reportAt("VAST-TRACKING-EVENT-CONTEXT", element, "event", event + " does not happen to "
                    + context.description() + ".");
        }
    }

    private static Context context(ElementType type) {
        return switch (type.id()) {
            case "LinearTracking" -> Context.LINEAR;
            case "NonLinearTracking" -> Context.NONLINEAR;
            case "CompanionTracking" -> Context.COMPANION;
            default -> Context.VERIFICATION;
        };
    }

    private void unknown(XmlElement element, String event, LintPass pass) {
        Optional<String> meant = spelling.event(event, pass.version());
        if (meant.filter(m -> m.equalsIgnoreCase(event)).isPresent()) {
            pass.reportAt("VAST-TRACKING-EVENT-CASE", element, "event",
                    "The event is written “" + event + "”; write " + meant.get() + ".",
                    mend -> mend.attribute("event", meant.get()));
        } else {
            pass.reportAt("VAST-TRACKING-EVENT-UNKNOWN", element, "event", event.isEmpty() ? "The event is empty."
                    : "There is no event “" + Excerpt.of(event) + "”"
                    + meant.map(m -> "; perhaps " + m + " is meant.").orElse("."));
        }
    }

    private static void versionLacks(XmlElement element, EventType event, LintPass pass) {
        Optional<String> later = event.in().firstAfter(pass.version()).map(Object::toString);
        String start = "VAST " + pass.version() + " has no event " + event.name();
        if (later.isPresent()) {
            pass.reportAt("VAST-TRACKING-EVENT-TOO-NEW", element, "event", start + "; it came with VAST "
                    + later.get() + ".");
        } else {
            String instead = switch (event.name()) {
                case "fullscreen", "exitFullscreen" -> "; write " + SUCCESSORS.get(event.name()) + ".";
                case "expand" -> "; write adExpand or playerExpand.";
                case "collapse" -> "; write adCollapse or playerCollapse.";
                default -> " any more.";
            };
            pass.reportAt("VAST-TRACKING-EVENT-REMOVED", element, "event", start + instead, mend ->
                    Optional.ofNullable(SUCCESSORS.get(event.name())).map(now -> mend.attribute("event", now))
                            .orElse(List.of()));
        }
    }
}
