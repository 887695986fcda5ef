package io.spotcheck.protocol.vast.document;

import static io.spotcheck.protocol.vast.document.ElementSearch.attribute;
import static io.spotcheck.protocol.vast.document.ElementSearch.child;
import static io.spotcheck.protocol.vast.document.ElementSearch.childText;
import static io.spotcheck.protocol.vast.document.ElementSearch.children;
import static io.spotcheck.protocol.vast.document.ElementSearch.flag;
import static io.spotcheck.protocol.vast.document.ElementSearch.value;

import io.spotcheck.ad.AdDetails;
import io.spotcheck.ad.AdType;
import io.spotcheck.ad.Category;
import io.spotcheck.ad.Pricing;
import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.ad.UniversalAdId;
import io.spotcheck.ad.VerificationResource;
import io.spotcheck.xml.XmlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads {@code Ad} elements (VAST 4.3 §3.3, §3.4 and §3.19). */
final class AdReader {

    private final String text;
    private final CreativeReader creatives;

    /**
     * A reader of the ads of one document.
     *
     * @param text the document's decoded text
     */
    AdReader(String text) {
        this.text = text;
        creatives = new CreativeReader(text);
    }

    /** An ad that is neither here nor elsewhere counts as one that is here and has nothing to show. */
    VastAd ad(XmlElement ad) {
        return child(ad, "InLine").<VastAd>map(body -> inLine(ad, body))
                .or(() -> child(ad, "Wrapper").map(body -> wrapper(ad, body)))
                .orElseGet(() -> inLine(ad, ad));
    }

    private VastAd.InLine inLine(XmlElement ad, XmlElement body) {
        List<UniversalAdId> ids = children(body, "Creatives", "Creative").stream()
                .flatMap(CreativeReader::universalAdIds).toList();
        return new VastAd.InLine(definition(ad, body), childText(body, "AdTitle"), childText(body, "Advertiser"),
                childText(body, "AdServingId"), ids);
    }

    private VastAd.Wrapper wrapper(XmlElement ad, XmlElement body) {
        // Some servers still write the element of VAST 1.0.
        Optional<XmlElement> tag = child(body, "VASTAdTagURI").or(() -> child(body, "VASTAdTagURL"))
                .map(t -> child(t, "URL").orElse(t));
        return new VastAd.Wrapper(definition(ad, body), tag.map(XmlElement::text).filter(t -> !t.isEmpty()),
                flag(body, "followAdditionalWrappers").orElse(true), flag(body, "allowMultipleAds").orElse(false),
                flag(body, "fallbackOnNoAd").orElse(false), tag.orElse(body));
    }

    private VastAd.Definition definition(XmlElement ad, XmlElement body) {
        var beacons = new ArrayList<Beacon>();
        beacons.addAll(CreativeReader.beacons(children(body, "Impression"), "impression", Scope.AD));
        beacons.addAll(CreativeReader.beacons(children(body, "Error"), "error", Scope.AD));
        children(body, "ViewableImpression").forEach(viewable -> {
            beacons.addAll(CreativeReader.beacons(children(viewable, "Viewable"), "viewable", Scope.AD));
            beacons.addAll(CreativeReader.beacons(children(viewable, "NotViewable"), "notViewable", Scope.AD));
            beacons.addAll(CreativeReader.beacons(children(viewable, "ViewUndetermined"), "viewUndetermined",
                    Scope.AD));
        });
        List<XmlElement> extensions = children(body, "Extensions", "Extension");
        // VAST 2 and 3 carry verifications in an extension (VAST 4.3 §3.16).
        List<VastVerification> verifications = Stream.concat(children(body, "AdVerifications").stream(),
                        extensions.stream().flatMap(e -> children(e, "AdVerifications").stream()))
                .flatMap(v -> children(v, "Verification").stream()).map(AdReader::verification).toList();
        return new VastAd.Definition(attribute(ad, "id"), sequence(ad), childText(body, "AdSystem"), beacons,
                creatives.creatives(body).toList(), verifications,
                extensions.stream().map(e -> text.substring(e.start(), e.end())).toList(), details(ad, body), ad);
    }

    /** Places count from 1; what says another place stands alone. */
    private static OptionalInt sequence(XmlElement ad) {
        OptionalInt place = VastTime.number(attribute(ad, "sequence"));
        return place.isPresent() && place.getAsInt() > 0 ? place : OptionalInt.empty();
    }

    private static AdDetails details(XmlElement ad, XmlElement body) {
        return new AdDetails(value(ad, "adType").flatMap(AdType::of).orElse(AdType.VIDEO),
                flag(ad, "conditionalAd").orElse(false),
                child(body, "AdSystem").flatMap(system -> value(system, "version")), childText(body, "Description"),
                child(body, "Advertiser").flatMap(advertiser -> value(advertiser, "id")),
                categories(body, "Category"), categories(body, "BlockedAdCategories"),
                child(body, "Pricing").filter(pricing -> !pricing.text().isEmpty()).map(pricing ->
                        new Pricing(pricing.text(), value(pricing, "model"), value(pricing, "currency"), 0)),
                children(body, "Survey").stream().map(XmlElement::text).filter(url -> !url.isEmpty()).toList(),
                childText(body, "Expires").flatMap(VastTime::life));
    }

    /** The codes of all lists; one element may name several of one list, with commas between. */
    private static List<Category> categories(XmlElement body, String name) {
        return children(body, name).stream().flatMap(element -> Arrays.stream(element.text().split(","))
                .map(String::strip).filter(code -> !code.isEmpty())
                .map(code -> new Category(value(element, "authority"), code))).toList();
    }

    private static VastVerification verification(XmlElement element) {
        var resources = new ArrayList<VerificationResource>();
        for (VerificationResource.Kind kind : VerificationResource.Kind.values()) {
            children(element, switch (kind) {
                case JAVASCRIPT -> "JavaScriptResource";
                case EXECUTABLE -> "ExecutableResource";
                case FLASH -> "FlashResource";
            }).stream().filter(resource -> !resource.text().isEmpty()).forEach(resource -> resources.add(
                    new VerificationResource(kind, resource.text(), value(resource, "apiFramework"),
                            value(resource, "type"), flag(resource, "browserOptional"))));
        }
        return new VastVerification(value(element, "vendor").orElse(""), resources,
                childText(element, "VerificationParameters"),
                CreativeReader.tracking(element, Scope.VERIFICATION));
    }
}
