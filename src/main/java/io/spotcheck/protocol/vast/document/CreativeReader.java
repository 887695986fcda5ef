package io.spotcheck.protocol.vast.document;

import static io.spotcheck.protocol.vast.document.ElementSearch.attribute;
import static io.spotcheck.protocol.vast.document.ElementSearch.child;
import static io.spotcheck.protocol.vast.document.ElementSearch.childText;
import static io.spotcheck.protocol.vast.document.ElementSearch.children;
import static io.spotcheck.protocol.vast.document.ElementSearch.flag;
import static io.spotcheck.protocol.vast.document.ElementSearch.value;

import io.spotcheck.ad.CompanionDetails;
import io.spotcheck.ad.CreativeIdentity;
import io.spotcheck.ad.Icon;
import io.spotcheck.ad.LinearDetails;
import io.spotcheck.ad.NonLinearDetails;
import io.spotcheck.ad.Resource;
import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.ad.UniversalAdId;
import io.spotcheck.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads what {@code Creative} elements hold (VAST 4.3 §3.7 to §3.15). */
final class CreativeReader {

    private final String text;

    /**
     * A reader of the creatives of one document.
     *
     * @param text the document's decoded text
     */
    CreativeReader(String text) {
        this.text = text;
    }

    Stream<VastCreative> creatives(XmlElement body) {
        return children(body, "Creatives", "Creative").stream().flatMap(creative -> creative(creative).stream());
    }

    static Stream<UniversalAdId> universalAdIds(XmlElement creative) {
        return children(creative, "UniversalAdId").stream().flatMap(id -> {
            // VAST 4.0 put the value into an attribute; later versions into the text.
            Optional<String> value = Optional.of(id.text()).filter(t -> !t.isEmpty()).or(() -> value(id, "idValue"));
            return value.map(v -> new UniversalAdId(attribute(id, "idRegistry").orElse("unknown"), v)).stream();
        });
    }

    private List<VastCreative> creative(XmlElement creative) {
        var identity = new CreativeIdentity(value(creative, "adId"), VastTime.number(attribute(creative, "sequence")),
                value(creative, "apiFramework"), universalAdIds(creative).toList(),
                children(creative, "CreativeExtensions", "CreativeExtension").stream()
                        .map(extension -> text.substring(extension.start(), extension.end())).toList(), 0);
        var found = new ArrayList<VastCreative>();
        children(creative, "Linear").forEach(linear -> found.add(linear(creative, identity, linear)));
        children(creative, "NonLinearAds").forEach(ads -> found.addAll(nonLinears(creative, identity, ads)));
        children(creative, "CompanionAds").forEach(ads -> children(ads, "Companion")
                .forEach(companion -> found.add(companion(creative, identity, ads, companion))));
        return found;
    }

    private static VastCreative.Linear linear(XmlElement creative, CreativeIdentity identity, XmlElement linear) {
        var beacons = new ArrayList<>(tracking(linear, Scope.LINEAR));
        Optional<XmlElement> clicks = child(linear, "VideoClicks");
        clicks.ifPresent(c -> {
            beacons.addAll(beacons(children(c, "ClickTracking"), "click", Scope.LINEAR));
            beacons.addAll(beacons(children(c, "CustomClick"), "customClick", Scope.LINEAR));
        });
        Optional<XmlElement> parameters = child(linear, "AdParameters").filter(p -> !p.text().isEmpty());
        var details = new LinearDetails(identity, MediaReader.mezzanines(linear),
                MediaReader.interactiveFiles(linear), MediaReader.captions(linear), List.of(), OptionalInt.empty(),
                parameters.flatMap(p -> flag(p, "xmlEncoded")).orElse(false));
        return new VastCreative.Linear(attribute(creative, "id"),
                childText(linear, "Duration").flatMap(VastTime::parse), value(linear, "skipoffset"),
                MediaReader.mediaFiles(linear), clicks.flatMap(c -> childText(c, "ClickThrough")),
                parameters.map(XmlElement::text),
                children(linear, "Icons", "Icon").stream().map(CreativeReader::icon).toList(), beacons, details,
                linear);
    }

    private static VastIcon icon(XmlElement icon) {
        var beacons = new ArrayList<>(beacons(children(icon, "IconViewTracking"), "iconView", Scope.ICON));
        beacons.addAll(beacons(children(icon, "IconClicks", "IconClickTracking"), "iconClick", Scope.ICON));
        Optional<XmlElement> clicks = child(icon, "IconClicks");
        List<Icon.FallbackImage> images = clicks.stream()
                .flatMap(c -> children(c, "IconClickFallbackImages", "IconClickFallbackImage").stream())
                .map(image -> new Icon.FallbackImage(VastTime.number(attribute(image, "width")),
                        VastTime.number(attribute(image, "height")), childText(image, "AltText"),
                        resources(image).stream().findFirst())).toList();
        return new VastIcon(new Icon(value(icon, "program"), VastTime.number(attribute(icon, "width")),
                VastTime.number(attribute(icon, "height")), value(icon, "xPosition"), value(icon, "yPosition"),
                attribute(icon, "offset").flatMap(VastTime::parse),
                attribute(icon, "duration").flatMap(VastTime::parse),
                value(icon, "apiFramework"), value(icon, "pxratio"), value(icon, "altText"), value(icon, "hoverText"),
                resources(icon), clicks.flatMap(c -> childText(c, "IconClickThrough")), images, 0), beacons);
    }

    private static List<VastCreative> nonLinears(XmlElement creative, CreativeIdentity identity, XmlElement ads) {
        List<Beacon> shared = tracking(ads, Scope.NON_LINEAR);
        List<XmlElement> overlays = children(ads, "NonLinear");
        if (overlays.isEmpty()) {
            return List.of(nonLinear(creative, identity, ads, shared));
        }
        var found = new ArrayList<VastCreative>();
        for (XmlElement overlay : overlays) {
            // The tracking of NonLinearAds is for all of its overlays; it is kept once. Each has its own since 4.3.
            var tracking = new ArrayList<>(found.isEmpty() ? shared : List.of());
            tracking.addAll(tracking(overlay, Scope.NON_LINEAR));
            found.add(nonLinear(creative, identity, overlay, tracking));
        }
        return found;
    }

    private static VastCreative.NonLinear nonLinear(XmlElement creative, CreativeIdentity identity,
                                                    XmlElement overlay, List<Beacon> tracking) {
        var beacons = new ArrayList<>(tracking);
        beacons.addAll(beacons(children(overlay, "NonLinearClickTracking"), "click", Scope.NON_LINEAR));
        var details = new NonLinearDetails(identity, VastTime.number(attribute(overlay, "expandedWidth")),
                VastTime.number(attribute(overlay, "expandedHeight")), flag(overlay, "scalable"),
                flag(overlay, "maintainAspectRatio"), childText(overlay, "AdParameters"));
        return new VastCreative.NonLinear(attribute(overlay, "id").or(() -> attribute(creative, "id")),
                VastTime.number(attribute(overlay, "width")), VastTime.number(attribute(overlay, "height")),
                attribute(overlay, "minSuggestedDuration").flatMap(VastTime::parse), resources(overlay),
                childText(overlay, "NonLinearClickThrough"), value(overlay, "apiFramework"), beacons, details,
                overlay);
    }

    private static VastCreative.Companion companion(XmlElement creative, CreativeIdentity identity, XmlElement ads,
                                                    XmlElement companion) {
        var beacons = new ArrayList<>(tracking(companion, Scope.COMPANION));
        beacons.addAll(beacons(children(companion, "CompanionClickTracking"), "click", Scope.COMPANION));
        var details = new CompanionDetails(identity, value(ads, "required")
                .flatMap(CompanionDetails.Required::of).orElse(CompanionDetails.Required.NONE),
                value(companion, "renderingMode").orElse("default"),
                VastTime.number(attribute(companion, "assetWidth")),
                VastTime.number(attribute(companion, "assetHeight")),
                VastTime.number(attribute(companion, "expandedWidth")),
                VastTime.number(attribute(companion, "expandedHeight")), value(companion, "pxratio"),
                value(companion, "apiFramework"), childText(companion, "AdParameters"));
        return new VastCreative.Companion(attribute(companion, "id").or(() -> attribute(creative, "id")),
                VastTime.number(attribute(companion, "width")), VastTime.number(attribute(companion, "height")),
                attribute(companion, "adSlotId"), resources(companion),
                childText(companion, "CompanionClickThrough"), childText(companion, "AltText"), beacons, details,
                ads, companion);
    }

    private static List<Resource> resources(XmlElement element) {
        var found = new ArrayList<Resource>();
        for (XmlElement child : element.children()) {
            Optional<Resource.Kind> kind = kind(child.name());
            kind.filter(k -> !child.text().isEmpty()).ifPresent(k -> found.add(new Resource(k,
                    value(child, "creativeType").or(() -> value(child, "type")), child.text())));
        }
        return found;
    }

    private static Optional<Resource.Kind> kind(String name) {
        if (name.equalsIgnoreCase("StaticResource")) {
            return Optional.of(Resource.Kind.STATIC);
        }
        if (name.equalsIgnoreCase("IFrameResource")) {
            return Optional.of(Resource.Kind.IFRAME);
        }
        return name.equalsIgnoreCase("HTMLResource") ? Optional.of(Resource.Kind.HTML) : Optional.empty();
    }

    static List<Beacon> tracking(XmlElement parent, Scope scope) {
        var found = new ArrayList<Beacon>();
        for (XmlElement tracking : children(parent, "TrackingEvents", "Tracking")) {
            if (!tracking.text().isEmpty()) {
                found.add(new Beacon(value(tracking, "event").orElse(""), tracking.text(),
                        attribute(tracking, "offset"), scope, tracking));
            }
        }
        return found;
    }

    static List<Beacon> beacons(List<XmlElement> elements, String event, Scope scope) {
        if (elements.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Beacon>(elements.size());
        for (XmlElement element : elements) {
            if (!element.text().isEmpty()) {
                found.add(new Beacon(event, element.text(), Optional.empty(), scope, element));
            }
        }
        return found;
    }
}
