package io.spotcheck.protocol.openrtb.request;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.DeviceType;
import io.spotcheck.ad.Dimensions;
import io.spotcheck.ad.Geo;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes bid requests of requests in no protocol's words (OpenRTB 2.6 §3.2). Three layers lie over each other: what the
 * request says, what the profile's template says, and what the request's extensions say.
 */
public final class RequestBuilder {

    /** Extensions that are objects of the bid request; each is laid over what is there. */
    private static final List<String> OBJECTS = List.of("site", "app", "dooh", "device", "user", "regs", "source");

    private final RequestTemplate template;
    private final Supplier<String> ids;
    private final RequestFieldTable table = RequestFieldTable.STANDARD;

    /**
     * What was made, and what there is to say about it.
     *
     * @param request  the request
     * @param findings such as fields that the version does not have
     */
    public record Built(BidRequest request, List<Finding> findings) {

        /** Copies the list. */
        public Built {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A builder for this template.
     *
     * @param ids makes up identifiers of requests
     */
    public RequestBuilder(RequestTemplate template, Supplier<String> ids) {
        this.template = template;
        this.ids = ids;
    }

    /**
     * The bid request for a request.
     *
     * @param time how long a bidder may take, unless the profile says it
     * @throws IllegalArgumentException if a field has a value that it cannot have; the message says which
     */
    public Built build(AdRequest request, Duration time) {
        if (template.complete().isPresent()) {
            return new Built(template.complete().get(), List.of());
        }
        var root = new LinkedHashMap<String, Object>();
        root.put("id", ids.get());
        root.put("imp", imps(request));
        described(request, root);
        root.put("tmax", time.toMillis());
        root.put("cur", List.of(Impression.DEFAULT_CURRENCY));
        JsonMaps.lay(root, template.fields());
        Map<String, Object> bid = JsonMaps.copy(root);
        extensions(request, bid);
        FieldValues.checkRequest(bid);
        oneMedium(bid);
        var findings = new ArrayList<Finding>();
        if (template.version() == OpenRtbVersion.V2_5) {
            Version25.rewrite(bid).forEach(path -> findings.add(Finding.of("OPENRTB-REQUEST-FIELD-DROPPED",
                    Severity.WARNING, "OpenRTB 2.5 has no “" + path + "”: it is left out.")));
        }
        return new Built(BidRequest.read(JsonMaps.write(bid)), findings);
    }

    private List<Map<String, Object>> imps(AdRequest request) {
        var imps = new ArrayList<Map<String, Object>>();
        List<Map<String, Object>> given = template.imps().isEmpty() ? List.of(Map.of()) : template.imps();
        for (int i = 0; i < given.size(); i++) {
            Map<String, Object> own = given.get(i);
            var imp = new LinkedHashMap<String, Object>();
            imp.put("id", String.valueOf(i + 1));
            imp.put("tagid", request.slotId());
            List<Impression.Kind> kinds = Stream.of(Impression.Kind.values())
                    .filter(k -> own.containsKey(k.member())).toList();
            for (Impression.Kind kind : kinds.isEmpty() ? List.of(Impression.Kind.VIDEO) : kinds) {
                Map<?, ?> said = own.get(kind.member()) instanceof Map<?, ?> members ? members : Map.of();
                imp.put(kind.member(), offered(kind, request, said));
            }
            JsonMaps.lay(imp, own);
            nativeAsText(imp);
            imps.add(imp);
        }
        return imps;
    }

    /** A native request is a text that is JSON (OpenRTB 2.6 §3.2.9); a profile may write it as an object. */
    private static void nativeAsText(Map<String, Object> imp) {
        if (imp.get("native") instanceof Map<?, ?> offer && offer.get("request") instanceof Map<?, ?> object) {
            JsonMaps.set(imp, "/native/request", JsonMaps.write(object));
        }
    }

    private Map<String, Object> offered(Impression.Kind kind, AdRequest request, Map<?, ?> own) {
        Map<String, Object> offer = JsonMaps.copy(table.defaults(kind));
        boolean sized = kind == Impression.Kind.VIDEO || kind == Impression.Kind.BANNER && !own.containsKey("format");
        if (sized) {
            request.playerSize().ifPresent(size -> putSize(offer, size));
        }
        if (kind == Impression.Kind.VIDEO || kind == Impression.Kind.AUDIO) {
            // AdCOM, list Start Delay Modes: 0 before the content, else the seconds into it.
            request.playheadPosition().ifPresent(at -> offer.put("startdelay", at.toSeconds()));
        }
        return offer;
    }

    private static void putSize(Map<String, Object> offer, Dimensions size) {
        offer.put("w", size.width());
        offer.put("h", size.height());
    }

    private void described(AdRequest request, Map<String, Object> root) {
        var content = new LinkedHashMap<String, Object>();
        request.contentUrl().ifPresent(url -> content.put("url", url));
        request.contentDuration().ifPresent(length -> content.put("len", length.toSeconds()));
        var site = new LinkedHashMap<String, Object>();
        request.contentUrl().ifPresent(url -> site.put("page", url));
        if (!content.isEmpty()) {
            site.put("content", content);
        }
        root.put("site", site);
        var device = new LinkedHashMap<String, Object>();
        request.ipAddress().ifPresent(ip -> device.put(ip.contains(":") ? "ipv6" : "ip", ip));
        request.deviceType().ifPresent(type -> device.put("devicetype", deviceType(type)));
        request.geo().map(RequestBuilder::geo).filter(g -> !g.isEmpty()).ifPresent(g -> device.put("geo", g));
        root.put("device", device);
        root.put("user", new LinkedHashMap<>(Map.of("id", request.userId())));
    }

    /** AdCOM, list Device Types. */
    private static int deviceType(DeviceType type) {
        return switch (type) {
            case DESKTOP -> 2;
            case TV -> 3;
            case MOBILE -> 4;
            case TABLET -> 5;
        };
    }

    private static Map<String, Object> geo(Geo where) {
        var geo = new LinkedHashMap<String, Object>();
        where.latitude().ifPresent(degrees -> geo.put("lat", degrees));
        where.longitude().ifPresent(degrees -> geo.put("lon", degrees));
        where.country().ifPresent(country -> geo.put("country", alpha3(country)));
        where.region().ifPresent(region -> geo.put("region", region));
        where.city().ifPresent(city -> geo.put("city", city));
        where.postalCode().ifPresent(code -> geo.put("zip", code));
        return geo;
    }

    /** Countries have three letters here (OpenRTB 2.6 §3.2.19). */
    private static String alpha3(String country) {
        String upper = country.toUpperCase(Locale.ROOT);
        if (upper.length() != 2) {
            return upper;
        }
        try {
            return Locale.of("", upper).getISO3Country();
        } catch (MissingResourceException unknown) {
            return upper;
        }
    }

    private void extensions(AdRequest request, Map<String, Object> bid) {
        request.extensions().forEach((name, value) -> {
            if (name.equals("openrtb") && value instanceof Map<?, ?> fields) {
                JsonMaps.lay(bid, fields);
            } else if (OBJECTS.contains(name) && value instanceof Map<?, ?>) {
                JsonMaps.lay(bid, Map.of(name, value));
            } else if (name.equals("eids") && value instanceof List<?>) {
                JsonMaps.lay(bid, Map.of("user", Map.of("eids", value)));
            } else if (name.equals("schain") && value instanceof Map<?, ?>) {
                JsonMaps.lay(bid, Map.of("source", Map.of("schain", value)));
            } else {
                table.extension(name).ifPresent(field -> JsonMaps.set(bid, field.field(), field.value(name, value)));
            }
        });
    }

    /** A page was assumed; an app or a screen takes its place, with the content. */
    private static void oneMedium(Map<String, Object> bid) {
        Optional<String> other = Stream.of("app", "dooh").filter(bid::containsKey).findFirst();
        if (bid.get("site") instanceof Map<?, ?> site) {
            other.filter("app"::equals).filter(app -> site.containsKey("content")).ifPresent(app ->
                    bid.put(app, JsonMaps.merged(Map.of("content", site.get("content")), bid.get(app))));
            if (other.isPresent() || site.isEmpty()) {
                bid.remove("site");
            }
        }
        if (bid.get("device") instanceof Map<?, ?> device && device.isEmpty()) {
            bid.remove("device");
        }
    }
}
