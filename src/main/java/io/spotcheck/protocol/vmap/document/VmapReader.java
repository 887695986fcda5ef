package io.spotcheck.protocol.vmap.document;

import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.protocol.ReceivedText;
import io.spotcheck.protocol.vast.document.Beacon;
import io.spotcheck.protocol.vast.document.VastTime;
import io.spotcheck.resolution.Location;
import io.spotcheck.xml.MalformedXmlException;
import io.spotcheck.xml.XmlElement;
import io.spotcheck.xml.XmlReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads schedules with any prefix, in either of the namespaces in use, or in none. What is wrong with a document that
 * can be used all the same is the affair of the lint engine. Safe for use by many threads.
 */
public final class VmapReader {

    /** What an event is called, whatever its case: trackers and players must find it. */
    private static final Map<String, String> EVENTS = Map.of("breakstart", "breakStart", "breakend", "breakEnd",
            "error", "error");

    private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?VMAP[\\s/>]", Pattern.CASE_INSENSITIVE);

    private final XmlReader xml = new XmlReader();

    /**
     * Reads a document.
     *
     * @param text the decoded text
     * @throws VmapException if it is not XML, or not VMAP
     */
    public VmapDocument read(String text) throws VmapException {
        XmlElement root;
        try {
            root = xml.read(text);
        } catch (MalformedXmlException broken) {
            throw notXml(text, broken);
        }
        if (!root.name().equalsIgnoreCase("VMAP")) {
            throw notVmap(root);
        }
        return new VmapDocument(root.attribute("version").map(String::strip).orElse(""),
                root.children("AdBreak").map(b -> adBreak(b, text)).toList(), extensions(root, text), root);
    }

    /** Whether a text, sound or not, is meant to be a schedule: whether that is its root. */
    public static boolean isSchedule(String text) {
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        while (at < text.length()) {
            // A declaration, comments and a document type may stand before the root.
            int next = Character.isWhitespace(text.charAt(at)) ? at + 1 : text.startsWith("<?", at) ? behind(text, at, "?>")
                    : text.startsWith("<!--", at) ? behind(text, at, "-->")
                    : text.startsWith("<!DOCTYPE", at) ? behind(text, at, ">") : at;
            if (next == at) {
                return ROOT.matcher(text).region(at, text.length()).lookingAt();
            }
            at = next;
        }
        return false;
    }

    private static int behind(String text, int from, String end) {
        int at = text.indexOf(end, from);
        return at < 0 ? text.length() : at + end.length();
    }

    private static VmapException notXml(String text, MalformedXmlException broken) {
        if (broken.isLimit()) {
            return new VmapException("XML-LIMIT", ErrorCode.LIMIT_REACHED, VmapError.PARSING,
                    "The document goes beyond a limit: " + broken.getMessage(), broken.location());
        }
        String message = ReceivedText.kindOfOther(text).map(kind -> "This is " + kind + ", not VMAP.")
                .orElseGet(() -> "The XML is not well-formed: " + broken.getMessage());
        return new VmapException("XML-MALFORMED", ErrorCode.MALFORMED, VmapError.PARSING, message, broken.location());
    }

    private static VmapException notVmap(XmlElement root) {
        Location place = root.location();
        if (root.name().equalsIgnoreCase("VAST")) {
            return new VmapException("VMAP-ROOT-UNKNOWN", ErrorCode.UNSUPPORTED, VmapError.SCHEMA,
                    "This is VAST, not a VMAP schedule; ask with the protocol vast.", place);
        }
        return new VmapException("VMAP-ROOT-UNKNOWN", ErrorCode.MALFORMED, VmapError.SCHEMA,
                root.name().equalsIgnoreCase("html") ? "This is an HTML page, not VMAP."
                        : "The root element is “" + root.name() + "”, not “VMAP”.", place);
    }

    private static VmapBreak adBreak(XmlElement element, String text) {
        Optional<String> offset = element.attribute("timeOffset").map(String::strip);
        List<String> types = element.attribute("breakType").stream().flatMap(t -> Arrays.stream(t.split(",")))
                .map(String::strip).filter(t -> !t.isEmpty()).toList();
        return new VmapBreak(offset.orElse(""), offset.flatMap(TimeOffset::parse), types,
                element.attribute("breakId").filter(id -> !id.isBlank()),
                element.attribute("repeatAfter").flatMap(VastTime::parse).filter(Duration::isPositive),
                element.child("AdSource").map(VmapReader::source), beacons(element), extensions(element, text),
                element);
    }

    private static AdSource source(XmlElement element) {
        return new AdSource(element.attribute("id"), flag(element, "allowMultipleAds").orElse(true),
                flag(element, "followRedirects"), content(element), element);
    }

    private static AdSource.Content content(XmlElement source) {
        for (XmlElement child : source.children()) {
            switch (child.name()) {
                // Version 1.0 had both names for it; clients shall take either (VMAP 1.0.1 §6).
                case "VASTAdData", "VASTData" -> {
                    return inline(child);
                }
                case "AdTagURI" -> {
                    return new AdSource.Tag(child.text(), templateType(child), child);
                }
                case "CustomAdData" -> {
                    return new AdSource.Custom(child.text(), templateType(child), child);
                }
                default -> {
                    // Whatever else stands here leads to no ad.
                }
            }
        }
        return new AdSource.Nothing(source);
    }

    private static AdSource.Content inline(XmlElement data) {
        if (!data.children().isEmpty()) {
            return new AdSource.Inline(data.child("VAST").orElseGet(() -> data.children().getFirst()), data);
        }
        return data.text().isEmpty() ? new AdSource.Nothing(data) : new AdSource.InlineText(data.text(), data);
    }

    private static Optional<String> templateType(XmlElement element) {
        return element.attribute("templateType").map(String::strip).filter(t -> !t.isEmpty());
    }

    private static List<Beacon> beacons(XmlElement adBreak) {
        return adBreak.children("TrackingEvents").flatMap(e -> e.children("Tracking"))
                .filter(t -> !t.text().isEmpty())
                .map(t -> new Beacon(event(t), t.text(), Optional.empty(), TrackingUrl.Scope.BREAK, t))
                .toList();
    }

    private static String event(XmlElement tracking) {
        String written = tracking.attribute("event").map(String::strip).orElse("");
        return EVENTS.getOrDefault(written.toLowerCase(Locale.ROOT), written);
    }

    private static List<String> extensions(XmlElement parent, String text) {
        return Stream.of(parent).flatMap(p -> p.children("Extensions")).flatMap(e -> e.children("Extension"))
                .map(e -> text.substring(e.start(), e.end())).toList();
    }

    private static Optional<Boolean> flag(XmlElement element, String name) {
        return element.attribute(name).map(String::strip).flatMap(v -> switch (v.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        });
    }
}
