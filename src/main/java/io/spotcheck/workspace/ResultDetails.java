package io.spotcheck.workspace;

import io.spotcheck.ad.AdDetails;
import io.spotcheck.ad.AdType;
import io.spotcheck.ad.Category;
import io.spotcheck.ad.ClosedCaption;
import io.spotcheck.ad.CompanionDetails;
import io.spotcheck.ad.CreativeIdentity;
import io.spotcheck.ad.Icon;
import io.spotcheck.ad.InteractiveFile;
import io.spotcheck.ad.LinearDetails;
import io.spotcheck.ad.MediaFileDetails;
import io.spotcheck.ad.MezzanineFile;
import io.spotcheck.ad.NonLinearDetails;
import io.spotcheck.ad.Pricing;
import io.spotcheck.ad.Verification;
import io.spotcheck.ad.VerificationResource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Adds to the JSON of an ad what documents declare beyond what is needed to show it. Absent parts are left out. */
final class ResultDetails {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ResultDetails() {
    }

    static void add(ObjectNode json, AdDetails details) {
        if (details.type() != AdType.VIDEO) {
            json.put("adType", details.type().wireName());
        }
        if (details.conditional()) {
            json.put("conditional", true);
        }
        text(json, "adSystemVersion", details.adSystemVersion());
        text(json, "description", details.description());
        text(json, "advertiserId", details.advertiserId());
        list(json, "categories", details.categories(), ResultDetails::category);
        list(json, "blockedCategories", details.blocked(), ResultDetails::category);
        details.pricing().ifPresent(pricing -> json.set("pricing", pricing(pricing)));
        if (!details.surveys().isEmpty()) {
            json.set("surveys", ResultJson.texts(details.surveys()));
        }
        details.expires().ifPresent(v -> json.put("expires", ResultJson.seconds(v)));
    }

    static void add(ObjectNode json, Verification verification) {
        if (verification.choices().isEmpty() && verification.parameters().isEmpty()) {
            return;
        }
        json.put("hop", verification.hop());
        list(json, "choices", verification.choices(), ResultDetails::verificationResource);
        text(json, "parameters", verification.parameters());
    }

    static void add(ObjectNode json, LinearDetails details) {
        if (details.adParametersEncoded()) {
            json.put("adParametersEncoded", true);
        }
        ResultJson.number(json, "clickThroughHop", details.clickThroughHop());
        list(json, "mezzanines", details.mezzanines(), ResultDetails::mezzanine);
        list(json, "interactiveFiles", details.interactiveFiles(), ResultDetails::interactive);
        list(json, "captions", details.captions(), ResultDetails::caption);
        list(json, "icons", details.icons(), ResultDetails::icon);
        add(json, details.identity());
    }

    static void add(ObjectNode json, NonLinearDetails details) {
        ResultJson.number(json, "expandedWidth", details.expandedWidth());
        ResultJson.number(json, "expandedHeight", details.expandedHeight());
        details.scalable().ifPresent(v -> json.put("scalable", v));
        details.maintainAspectRatio().ifPresent(v -> json.put("maintainAspectRatio", v));
        text(json, "adParameters", details.adParameters());
        add(json, details.identity());
    }

    static void add(ObjectNode json, CompanionDetails details) {
        if (details.required() != CompanionDetails.Required.NONE) {
            json.put("required", details.required().wireName());
        }
        if (!details.renderingMode().equals("default")) {
            json.put("renderingMode", details.renderingMode());
        }
        ResultJson.number(json, "assetWidth", details.assetWidth());
        ResultJson.number(json, "assetHeight", details.assetHeight());
        ResultJson.number(json, "expandedWidth", details.expandedWidth());
        ResultJson.number(json, "expandedHeight", details.expandedHeight());
        text(json, "pixelRatio", details.pixelRatio());
        text(json, "apiFramework", details.apiFramework());
        text(json, "adParameters", details.adParameters());
        add(json, details.identity());
    }

    static void add(ObjectNode json, MediaFileDetails details) {
        text(json, "id", details.id());
        ResultJson.number(json, "minBitrate", details.minBitrate());
        ResultJson.number(json, "maxBitrate", details.maxBitrate());
        details.scalable().ifPresent(v -> json.put("scalable", v));
        details.maintainAspectRatio().ifPresent(v -> json.put("maintainAspectRatio", v));
        details.fileSize().ifPresent(v -> json.put("fileSize", v));
        text(json, "mediaType", details.mediaType());
    }

    private static void add(ObjectNode json, CreativeIdentity identity) {
        text(json, "adId", identity.adId());
        ResultJson.number(json, "sequence", identity.sequence());
        list(json, "universalAdIds", identity.universalAdIds(), ResultJson::universalAdId);
        if (!identity.extensions().isEmpty()) {
            json.set("extensions", ResultJson.texts(identity.extensions()));
        }
        if (identity.hop() > 0) {
            json.put("hop", identity.hop());
        }
    }

    private static ObjectNode category(Category category) {
        ObjectNode json = NODES.objectNode();
        text(json, "authority", category.authority());
        return json.put("value", category.value());
    }

    private static ObjectNode pricing(Pricing pricing) {
        ObjectNode json = NODES.objectNode().put("value", pricing.value());
        text(json, "model", pricing.model());
        text(json, "currency", pricing.currency());
        return json.put("hop", pricing.hop());
    }

    private static ObjectNode verificationResource(VerificationResource resource) {
        ObjectNode json = NODES.objectNode().put("kind", resource.kind().wireName()).put("url", resource.url());
        text(json, "apiFramework", resource.apiFramework());
        text(json, "type", resource.type());
        resource.browserOptional().ifPresent(v -> json.put("browserOptional", v));
        return json;
    }

    private static ObjectNode mezzanine(MezzanineFile file) {
        ObjectNode json = NODES.objectNode().put("url", file.url());
        text(json, "type", file.type());
        ResultJson.number(json, "width", file.width());
        ResultJson.number(json, "height", file.height());
        text(json, "delivery", file.delivery());
        text(json, "codec", file.codec());
        return json;
    }

    private static ObjectNode interactive(InteractiveFile file) {
        ObjectNode json = NODES.objectNode().put("url", file.url());
        text(json, "type", file.type());
        text(json, "apiFramework", file.apiFramework());
        return json.put("variableDuration", file.variableDuration());
    }

    private static ObjectNode caption(ClosedCaption file) {
        ObjectNode json = NODES.objectNode().put("url", file.url());
        text(json, "type", file.type());
        text(json, "language", file.language());
        return json;
    }

    private static ObjectNode icon(Icon icon) {
        ObjectNode json = NODES.objectNode();
        text(json, "program", icon.program());
        ResultJson.number(json, "width", icon.width());
        ResultJson.number(json, "height", icon.height());
        text(json, "xPosition", icon.xPosition());
        text(json, "yPosition", icon.yPosition());
        icon.offset().ifPresent(v -> json.put("offset", ResultJson.seconds(v)));
        icon.duration().ifPresent(v -> json.put("duration", ResultJson.seconds(v)));
        text(json, "apiFramework", icon.apiFramework());
        text(json, "pixelRatio", icon.pixelRatio());
        text(json, "altText", icon.altText());
        text(json, "hoverText", icon.hoverText());
        list(json, "resources", icon.resources(), ResultJson::resource);
        text(json, "clickThrough", icon.clickThrough());
        list(json, "fallbackImages", icon.fallbackImages(), ResultDetails::fallbackImage);
        return json.put("hop", icon.hop());
    }

    private static ObjectNode fallbackImage(Icon.FallbackImage image) {
        ObjectNode json = NODES.objectNode();
        ResultJson.number(json, "width", image.width());
        ResultJson.number(json, "height", image.height());
        text(json, "altText", image.altText());
        image.resource().ifPresent(resource -> json.set("resource", ResultJson.resource(resource)));
        return json;
    }

    private static void text(ObjectNode json, String name, Optional<String> value) {
        value.ifPresent(text -> json.put(name, text));
    }

    private static <T> void list(ObjectNode json, String name, Collection<T> values, Function<T, ObjectNode> write) {
        if (!values.isEmpty()) {
            json.set(name, ResultJson.list(values, write));
        }
    }
}
