package io.spotcheck.protocol.vast.document;

import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.Resource;
import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.ad.UniversalAdId;
import io.spotcheck.protocol.ReceivedText;
import io.spotcheck.resolution.Location;
import io.spotcheck.xml.MalformedXmlException;
import io.spotcheck.xml.XmlElement;
import io.spotcheck.xml.XmlReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Reads VAST documents of versions 2.0 to 4.3, with or without a namespace. Elements that no version knows are passed
 * over: what is wrong with a document is the affair of the lint engine. Safe for use by many threads.
 */
public final class VastReader {

    private static final int XML_ERROR = 100;
    private static final int SCHEMA_ERROR = 101;
    private static final int VERSION_ERROR = 102;

    private final XmlReader xml = new XmlReader();

    /**
     * Reads a document.
     *
     * @param text the decoded text
     * @throws VastException if it is not XML, or not VAST, or of a version that is not supported
     */
    public VastDocument read(String text) throws VastException {
        XmlElement root;
        try {
            root = xml.read(text);
        } catch (MalformedXmlException broken) {
            throw notXml(text, broken);
        }
        return read(root, text);
    }

    /**
     * Reads a VAST element that stands within another document.
     *
     * @param root the element
     * @param text the decoded text of the document around it
     * @throws VastException if it is not VAST, or of a version that is not supported
     */
    public VastDocument read(XmlElement root, String text) throws VastException {
        if (!root.name().equalsIgnoreCase("VAST")) {
            throw notVast(root);
        }
        String version = root.attribute("version").map(String::strip).orElse("");
        if (version.equals("1") || version.startsWith("1.")) {
            throw new VastException("VAST-VERSION-UNKNOWN", ErrorCode.UNSUPPORTED, VERSION_ERROR,
                    "VAST " + version + " is not supported.", root.location());
        }
        List<VastAd> ads = root.children("Ad").map(ad -> ad(ad, text)).toList();
        return new VastDocument(version, ads, beacons(root.children("Error"), "error", Scope.AD), root);
    }

    private static VastException notXml(String text, MalformedXmlException broken) {
        if (broken.isLimit()) {
            return new VastException("XML-LIMIT", ErrorCode.LIMIT_REACHED, XML_ERROR,
                    "The document goes beyond a limit: " + broken.getMessage(), broken.location());
        }
        String message = ReceivedText.kindOfOther(text).map(kind -> "This is " + kind + ", not VAST.")
                .orElseGet(() -> "The XML is not well-formed: " + broken.getMessage());
        return new VastException("XML-MALFORMED", ErrorCode.MALFORMED, XML_ERROR, message, broken.location());
    }

    private static VastException notVast(XmlElement root) {
        Location place = root.location();
        return switch (root.name()) {
            case "VideoAdServingTemplate" -> new VastException("VAST-ROOT-VAST1", ErrorCode.UNSUPPORTED, VERSION_ERROR,
                    "VAST 1.0 is not supported.", place);
            case "DAAST" -> new VastException("VAST-ROOT-DAAST", ErrorCode.UNSUPPORTED, VERSION_ERROR,
                    "DAAST is not supported; VAST 4.1 and later serve audio.", place);
            case "VMAP" -> new VastException("VAST-ROOT-UNKNOWN", ErrorCode.UNSUPPORTED, SCHEMA_ERROR,
                    "This is a VMAP schedule, not VAST; ask with the protocol vmap.", place);
            case "html", "HTML" -> new VastException("VAST-ROOT-UNKNOWN", ErrorCode.MALFORMED, SCHEMA_ERROR,
                    "This is an HTML page, not VAST.", place);
            default -> new VastException("VAST-ROOT-UNKNOWN", ErrorCode.MALFORMED, SCHEMA_ERROR,
                    "The root element is “" + root.name() + "”, not “VAST”.", place);
        };
    }

    /** An ad that is neither here nor elsewhere counts as one that is here and has nothing to show. */
    private static VastAd ad(XmlElement ad, String text) {
        return ad.child("InLine").<VastAd>map(body -> inLine(ad, body, text))
                .or(() -> ad.child("Wrapper").map(body -> wrapper(ad, body, text)))
                .orElseGet(() -> inLine(ad, ad, text));
    }

    private static VastAd.InLine inLine(XmlElement ad, XmlElement body, String text) {
        List<UniversalAdId> ids = creatives(body).flatMap(c -> c.children("UniversalAdId"))
                .map(VastReader::universalAdId).flatMap(Optional::stream).toList();
        return new VastAd.InLine(definition(ad, body, text), body.childText("AdTitle"), body.childText("Advertiser"),
                body.childText("AdServingId"), ids,
                body.childText("Expires").flatMap(VastTime::life));
    }

    private static VastAd.Wrapper wrapper(XmlElement ad, XmlElement body, String text) {
        // Some servers still write the element of VAST 1.0.
        Optional<XmlElement> tag = body.child("VASTAdTagURI").or(() -> body.child("VASTAdTagURL"))
                .map(t -> t.child("URL").orElse(t));
        return new VastAd.Wrapper(definition(ad, body, text), tag.map(XmlElement::text).filter(t -> !t.isEmpty()),
                flag(body, "followAdditionalWrappers").orElse(true), flag(body, "allowMultipleAds").orElse(false),
                flag(body, "fallbackOnNoAd").orElse(false), tag.orElse(body));
    }

    private static VastAd.Definition definition(XmlElement ad, XmlElement body, String text) {
        var beacons = new ArrayList<Beacon>();
        beacons.addAll(beacons(body.children("Impression"), "impression", Scope.AD));
        beacons.addAll(beacons(body.children("Error"), "error", Scope.AD));
        body.children("ViewableImpression").forEach(viewable -> {
            beacons.addAll(beacons(viewable.children("Viewable"), "viewable", Scope.AD));
            beacons.addAll(beacons(viewable.children("NotViewable"), "notViewable", Scope.AD));
            beacons.addAll(beacons(viewable.children("ViewUndetermined"), "viewUndetermined", Scope.AD));
        });
        List<XmlElement> extensions = body.children("Extensions").flatMap(e -> e.children("Extension")).toList();
        // VAST 2 and 3 carry verifications in an extension (VAST 4.3 §3.16).
        List<VastVerification> verifications = Stream.concat(body.children("AdVerifications"),
                        extensions.stream().flatMap(e -> e.children("AdVerifications")))
                .flatMap(v -> v.children("Verification")).map(VastReader::verification).toList();
        return new VastAd.Definition(ad.attribute("id"), VastTime.number(ad.attribute("sequence")),
                body.childText("AdSystem"), beacons,
                creatives(body).flatMap(VastReader::creative).toList(), verifications,
                extensions.stream().map(e -> text.substring(e.start(), e.end())).toList(), ad);
    }

    private static Stream<XmlElement> creatives(XmlElement body) {
        return body.children("Creatives").flatMap(c -> c.children("Creative"));
    }

    private static Stream<VastCreative> creative(XmlElement creative) {
        var found = new ArrayList<VastCreative>();
        creative.children("Linear").forEach(linear -> found.add(linear(creative, linear)));
        creative.children("NonLinearAds").forEach(ads -> found.addAll(nonLinears(creative, ads)));
        creative.children("CompanionAds").flatMap(ads -> ads.children("Companion"))
                .forEach(companion -> found.add(companion(creative, companion)));
        return found.stream();
    }

    private static VastCreative.Linear linear(XmlElement creative, XmlElement linear) {
        var beacons = new ArrayList<>(tracking(linear, Scope.LINEAR));
        Optional<XmlElement> clicks = linear.child("VideoClicks");
        clicks.ifPresent(c -> {
            beacons.addAll(beacons(c.children("ClickTracking"), "click", Scope.LINEAR));
            beacons.addAll(beacons(c.children("CustomClick"), "customClick", Scope.LINEAR));
        });
        linear.children("Icons").flatMap(i -> i.children("Icon")).forEach(icon -> {
            beacons.addAll(beacons(icon.children("IconViewTracking"), "iconView", Scope.ICON));
            beacons.addAll(beacons(icon.children("IconClicks").flatMap(c -> c.children("IconClickTracking")),
                    "iconClick", Scope.ICON));
        });
        List<VastMediaFile> files = linear.children("MediaFiles").flatMap(m -> m.children("MediaFile"))
                .map(VastReader::mediaFile).toList();
        return new VastCreative.Linear(creative.attribute("id"), linear.childText("Duration").flatMap(VastTime::parse),
                linear.attribute("skipoffset").map(String::strip), files,
                clicks.flatMap(c -> c.childText("ClickThrough")), linear.childText("AdParameters"), beacons, linear);
    }

    private static List<VastCreative> nonLinears(XmlElement creative, XmlElement ads) {
        List<Beacon> shared = tracking(ads, Scope.NON_LINEAR);
        List<XmlElement> overlays = ads.children("NonLinear").toList();
        if (overlays.isEmpty()) {
            return List.of(nonLinear(creative, ads, shared));
        }
        var found = new ArrayList<VastCreative>();
        for (XmlElement overlay : overlays) {
            // The tracking of NonLinearAds is for all of its overlays; it is kept once.
            found.add(nonLinear(creative, overlay, found.isEmpty() ? shared : List.of()));
        }
        return found;
    }

    private static VastCreative.NonLinear nonLinear(XmlElement creative, XmlElement overlay, List<Beacon> shared) {
        var beacons = new ArrayList<>(shared);
        beacons.addAll(beacons(overlay.children("NonLinearClickTracking"), "click", Scope.NON_LINEAR));
        return new VastCreative.NonLinear(overlay.attribute("id").or(() -> creative.attribute("id")),
                VastTime.number(overlay.attribute("width")), VastTime.number(overlay.attribute("height")),
                overlay.attribute("minSuggestedDuration").flatMap(VastTime::parse), resources(overlay),
                overlay.childText("NonLinearClickThrough"), overlay.attribute("apiFramework"), beacons, overlay);
    }

    private static VastCreative.Companion companion(XmlElement creative, XmlElement companion) {
        var beacons = new ArrayList<>(tracking(companion, Scope.COMPANION));
        beacons.addAll(beacons(companion.children("CompanionClickTracking"), "click", Scope.COMPANION));
        return new VastCreative.Companion(companion.attribute("id").or(() -> creative.attribute("id")),
                VastTime.number(companion.attribute("width")), VastTime.number(companion.attribute("height")),
                companion.attribute("adSlotId").or(() -> companion.attribute("adSlotID")), resources(companion),
                companion.childText("CompanionClickThrough"), companion.childText("AltText"), beacons, companion);
    }

    private static List<Resource> resources(XmlElement element) {
        var found = new ArrayList<Resource>();
        for (XmlElement child : element.children()) {
            Optional<Resource.Kind> kind = switch (child.name()) {
                case "StaticResource" -> Optional.of(Resource.Kind.STATIC);
                case "IFrameResource" -> Optional.of(Resource.Kind.IFRAME);
                case "HTMLResource" -> Optional.of(Resource.Kind.HTML);
                default -> Optional.empty();
            };
            kind.filter(k -> !child.text().isEmpty()).ifPresent(k -> found.add(new Resource(k,
                    child.attribute("creativeType").or(() -> child.attribute("type")), child.text())));
        }
        return found;
    }

    private static VastMediaFile mediaFile(XmlElement file) {
        OptionalInt bitrate = VastTime.number(file.attribute("bitrate"));
        if (bitrate.isEmpty()) {
            OptionalInt least = VastTime.number(file.attribute("minBitrate"));
            OptionalInt most = VastTime.number(file.attribute("maxBitrate"));
            bitrate = least.isPresent() && most.isPresent()
                    ? OptionalInt.of((least.getAsInt() + most.getAsInt()) / 2) : most.isPresent() ? most : least;
        }
        return new VastMediaFile(file.text(), file.attribute("type").map(String::strip).orElse(""), bitrate,
                VastTime.number(file.attribute("width")), VastTime.number(file.attribute("height")),
                file.attribute("delivery"), file.attribute("codec"),
                file.attribute("apiFramework").filter(a -> !a.isBlank()), file);
    }

    private static VastVerification verification(XmlElement element) {
        List<String> resources = element.children().stream()
                .filter(c -> c.name().equals("JavaScriptResource") || c.name().equals("ExecutableResource")
                        || c.name().equals("FlashResource"))
                .map(XmlElement::text).filter(t -> !t.isEmpty()).toList();
        return new VastVerification(element.attribute("vendor").orElse(""), resources,
                tracking(element, Scope.VERIFICATION));
    }

    private static Optional<UniversalAdId> universalAdId(XmlElement id) {
        // VAST 4.0 put the value into an attribute; later versions into the text.
        Optional<String> value = Optional.of(id.text()).filter(t -> !t.isEmpty())
                .or(() -> id.attribute("idValue"));
        return value.map(v -> new UniversalAdId(id.attribute("idRegistry").orElse("unknown"), v));
    }

    private static List<Beacon> tracking(XmlElement parent, Scope scope) {
        return parent.children("TrackingEvents").flatMap(e -> e.children("Tracking"))
                .filter(t -> !t.text().isEmpty())
                .map(t -> new Beacon(t.attribute("event").map(String::strip).orElse(""), t.text(),
                        t.attribute("offset"), scope, t))
                .toList();
    }

    private static List<Beacon> beacons(Stream<XmlElement> elements, String event, Scope scope) {
        return elements.filter(e -> !e.text().isEmpty())
                .map(e -> new Beacon(event, e.text(), Optional.empty(), scope, e)).toList();
    }

    private static Optional<Boolean> flag(XmlElement element, String name) {
        return element.attribute(name).map(String::strip).flatMap(v -> switch (v.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        });
    }
}
