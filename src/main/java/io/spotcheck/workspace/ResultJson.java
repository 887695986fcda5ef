package io.spotcheck.workspace;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdBreak;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Bid;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.MediaFile;
import io.spotcheck.ad.Resource;
import io.spotcheck.ad.Timecode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.ad.UniversalAdId;
import io.spotcheck.ad.Verification;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Node;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an answer as the JSON document of {@code resolve --format json}: the same for every face, report and file.
 * Absent parts are left out, but {@code error} and {@code errorCode} are null on success.
 */
public final class ResultJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectWriter PRETTY = JsonMapper.shared().writerWithDefaultPrettyPrinter();

    private ResultJson() {
    }

    /** The document as text, indented, without a line break at its end. */
    public static String write(AdResponse response) {
        return PRETTY.writeValueAsString(of(response));
    }

    /** A node of the tree and all below it, as the document's {@code tree} has it. */
    public static String write(Node node) {
        return PRETTY.writeValueAsString(node(node));
    }

    /** The document as a tree that the caller may extend. */
    public static ObjectNode of(AdResponse response) {
        ObjectNode json = NODES.objectNode();
        json.put("success", response.success());
        json.put("slotId", response.slotId());
        json.put("protocol", response.protocol());
        json.set("ads", list(response.ads(), ResultJson::ad));
        if (!response.breaks().isEmpty()) {
            json.set("breaks", list(response.breaks(), ResultJson::adBreak));
        }
        if (!response.bids().isEmpty()) {
            json.set("bids", list(response.bids(), ResultJson::bid));
        }
        List<TrackingUrl> otherBeacons = withoutThoseOfAds(response);
        if (!otherBeacons.isEmpty()) {
            json.set("tracking", list(otherBeacons, ResultJson::beacon));
        }
        json.set("resolutionChain", texts(response.resolutionChain()));
        json.put("usedFallback", response.usedFallback());
        json.put("cached", response.cached());
        json.put("resolutionTimeMs", response.resolutionTimeMs());
        json.put("error", response.error().orElse(null));
        json.put("errorCode", response.errorCode().map(Enum::name).orElse(null));
        response.protocolCode().ifPresent(code -> json.put("protocolCode", code));
        if (!response.failures().isEmpty()) {
            json.set("failures", list(response.failures(), ResultJson::failure));
        }
        json.set("findings", findings(response.resolution().findings()));
        json.set("tree", node(response.resolution().root()));
        return json;
    }

    /** Findings as a JSON list. */
    public static ArrayNode findings(Collection<Finding> findings) {
        return list(findings, ResultJson::finding);
    }

    /** Beacons that are due for a failure, and those of bids that lost, belong to no ad. */
    private static List<TrackingUrl> withoutThoseOfAds(AdResponse response) {
        return response.ads().isEmpty() ? response.trackingUrls() : response.trackingUrls("loss").toList();
    }

    private static ObjectNode ad(Ad ad) {
        ObjectNode json = NODES.objectNode();
        ad.id().ifPresent(v -> json.put("id", v));
        number(json, "sequence", ad.sequence());
        ad.adSystem().ifPresent(v -> json.put("adSystem", v));
        ad.adTitle().ifPresent(v -> json.put("adTitle", v));
        ad.advertiser().ifPresent(v -> json.put("advertiser", v));
        ad.adServingId().ifPresent(v -> json.put("adServingId", v));
        json.set("universalAdIds", list(ad.universalAdIds(), ResultJson::universalAdId));
        json.set("creatives", list(ad.creatives(), ResultJson::creative));
        json.set("verifications", list(ad.verifications(), ResultJson::verification));
        json.set("tracking", list(ad.tracking(), ResultJson::beacon));
        ResultDetails.add(json, ad.details());
        if (!ad.extensions().isEmpty()) {
            json.set("extensions", texts(ad.extensions()));
        }
        return json;
    }

    private static ObjectNode adBreak(AdBreak adBreak) {
        ObjectNode json = NODES.objectNode();
        adBreak.offset().map(Timecode::of).or(() -> declared(adBreak)).ifPresent(v -> json.put("offset", v));
        declared(adBreak).ifPresent(v -> json.put("timeOffset", v));
        adBreak.breakId().ifPresent(v -> json.put("breakId", v));
        if (!adBreak.breakTypes().isEmpty()) {
            json.put("breakType", String.join(",", adBreak.breakTypes()));
        }
        json.put("due", adBreak.due());
        json.set("ads", list(adBreak.ads(), ResultJson::ad));
        adBreak.error().ifPresent(v -> json.set("failure", failure(v)));
        json.set("tracking", list(adBreak.tracking(), ResultJson::beacon));
        return json;
    }

    private static Optional<String> declared(AdBreak adBreak) {
        return Optional.of(adBreak.timeOffset()).filter(offset -> !offset.isEmpty());
    }

    private static ObjectNode bid(Bid bid) {
        ObjectNode json = NODES.objectNode();
        json.put("id", bid.id());
        json.put("impId", bid.impId());
        bid.seat().ifPresent(v -> json.put("seat", v));
        json.put("bidder", bid.bidder());
        json.put("price", bid.price().toPlainString());
        json.put("currency", bid.currency());
        bid.clearingPrice().ifPresent(v -> json.put("clearingPrice", v.toPlainString()));
        bid.dealId().ifPresent(v -> json.put("dealId", v));
        json.put("outcome", bid.outcome().wireName());
        json.put("reason", bid.reason());
        number(json, "lossReason", bid.lossReason());
        return json;
    }

    static ObjectNode universalAdId(UniversalAdId id) {
        return NODES.objectNode().put("registry", id.registry()).put("value", id.value());
    }

    private static ObjectNode verification(Verification verification) {
        ObjectNode json = NODES.objectNode().put("vendor", verification.vendor())
                .put("resources", verification.resources().size());
        ResultDetails.add(json, verification);
        return json;
    }

    private static ObjectNode creative(Creative creative) {
        ObjectNode json = NODES.objectNode();
        json.put("kind", creative.kind());
        creative.id().ifPresent(v -> json.put("id", v));
        switch (creative) {
            case Creative.Linear linear -> {
                linear.duration().ifPresent(v -> json.put("duration", seconds(v)));
                linear.skipOffset().ifPresent(v -> json.put("skipOffset", v));
                json.set("mediaFiles", list(linear.mediaFiles(), ResultJson::mediaFile));
                linear.adParameters().ifPresent(v -> json.put("adParameters", v));
                ResultDetails.add(json, linear.details());
            }
            case Creative.NonLinear overlay -> {
                overlay.minSuggestedDuration().ifPresent(v -> json.put("duration", seconds(v)));
                number(json, "width", overlay.width());
                number(json, "height", overlay.height());
                overlay.apiFramework().ifPresent(v -> json.put("apiFramework", v));
                json.set("resources", list(overlay.resources(), ResultJson::resource));
                ResultDetails.add(json, overlay.details());
            }
            case Creative.Companion companion -> {
                number(json, "width", companion.width());
                number(json, "height", companion.height());
                companion.adSlotId().ifPresent(v -> json.put("adSlotId", v));
                companion.altText().ifPresent(v -> json.put("altText", v));
                json.set("resources", list(companion.resources(), ResultJson::resource));
                ResultDetails.add(json, companion.details());
            }
        }
        creative.clickThrough().ifPresent(v -> json.put("clickThrough", v));
        return json;
    }

    private static ObjectNode mediaFile(MediaFile file) {
        ObjectNode json = NODES.objectNode();
        json.put("url", file.url());
        json.put("type", file.type());
        number(json, "bitrate", file.bitrate());
        number(json, "width", file.width());
        number(json, "height", file.height());
        file.delivery().ifPresent(v -> json.put("delivery", v));
        file.codec().ifPresent(v -> json.put("codec", v));
        file.apiFramework().ifPresent(v -> json.put("apiFramework", v));
        json.put("chosen", file.chosen());
        json.put("reason", file.reason());
        ResultDetails.add(json, file.details());
        return json;
    }

    static ObjectNode resource(Resource resource) {
        ObjectNode json = NODES.objectNode();
        json.put("kind", resource.kind().name().toLowerCase(Locale.ROOT));
        resource.type().ifPresent(v -> json.put("type", v));
        json.put("value", resource.value());
        return json;
    }

    private static ObjectNode beacon(TrackingUrl beacon) {
        ObjectNode json = NODES.objectNode();
        json.put("event", beacon.event());
        json.put("url", beacon.url());
        json.put("hop", beacon.hop());
        beacon.offset().ifPresent(v -> json.put("offset", v));
        json.put("scope", beacon.scope().wireName());
        number(json, "protocolCode", beacon.dueFor());
        return json;
    }

    private static ObjectNode failure(AdError failure) {
        ObjectNode json = NODES.objectNode();
        json.put("errorCode", failure.code().name());
        json.put("message", failure.message());
        number(json, "protocolCode", failure.protocolCode());
        failure.url().ifPresent(v -> json.put("url", v));
        failure.location().ifPresent(v -> place(json, v));
        if (!failure.beacons().isEmpty()) {
            json.set("tracking", list(failure.beacons(), ResultJson::beacon));
        }
        return json;
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode json = NODES.objectNode();
        json.put("rule", finding.rule());
        json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.put("message", finding.message());
        finding.location().ifPresent(v -> place(json, v));
        finding.spec().ifPresent(v -> json.put("spec", v));
        return json;
    }

    private static ObjectNode node(Node node) {
        ObjectNode json = NODES.objectNode();
        json.put("kind", node.kind().wireName());
        json.put("label", node.label());
        json.put("status", node.status().wireName());
        json.put("startMs", node.timing().start().toMillis());
        json.put("durationMs", node.timing().duration().toMillis());
        node.httpStatus().ifPresent(v -> json.put("httpStatus", v));
        node.exchange().map(Exchange::request).ifPresent(v -> {
            json.put("url", v.url());
            if (!v.sentUrl().equals(v.url())) {
                json.put("sentUrl", v.sentUrl());
            }
        });
        node.reason().ifPresent(v -> json.put("reason", v));
        node.location().ifPresent(v -> place(json, v));
        if (!node.findings().isEmpty()) {
            json.set("findings", findings(node.findings()));
        }
        if (!node.facts().isEmpty()) {
            ObjectNode facts = json.putObject("facts");
            node.facts().forEach(facts::put);
        }
        json.set("children", list(node.children(), ResultJson::node));
        return json;
    }

    private static void place(ObjectNode json, Location location) {
        json.put("line", location.line());
        json.put("column", location.column());
        if (!location.path().isEmpty()) {
            json.put("path", location.path());
        }
    }

    static void number(ObjectNode json, String name, OptionalInt value) {
        value.ifPresent(number -> json.put(name, number));
    }

    /** Seconds with at least one digit behind the point, as in {@code 30.0}. */
    static BigDecimal seconds(Duration duration) {
        BigDecimal exact = BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros();
        return exact.scale() < 1 ? exact.setScale(1) : exact;
    }

    static ArrayNode texts(Collection<String> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }

    static <T> ArrayNode list(Collection<T> values, Function<T, ObjectNode> write) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(value -> array.add(write.apply(value)));
        return array;
    }
}
