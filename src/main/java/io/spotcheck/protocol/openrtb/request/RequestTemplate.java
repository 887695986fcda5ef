package io.spotcheck.protocol.openrtb.request;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a profile says of the bid requests that are built, or the one that is sent as it is.
 *
 * @param version  the version that they are written in
 * @param complete a request that is sent as it is, instead of building one
 * @param fields   fields of the bid request that are laid over what is built, such as {@code app} or {@code regs}
 * @param imps     the impressions: each is laid over one that is built; one that is built when empty
 */
public record RequestTemplate(OpenRtbVersion version, Optional<BidRequest> complete, Map<String, Object> fields,
                              List<Map<String, Object>> imps) {

    /** The fields of a bid request that an option of the same name lays over (OpenRTB 2.6 §3.2.1). */
    public static final Set<String> FIELDS = Set.of("id", "site", "app", "dooh", "device", "user", "test", "at", "tmax",
            "wseat", "bseat", "allimps", "cur", "wlang", "wlangb", "acat", "bcat", "cattax", "badv", "bapp", "source",
            "regs", "ext");

    /** Copies the collections. */
    public RequestTemplate {
        // In one order, so that the same profile gives the same text.
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        imps = List.copyOf(imps);
    }

    /** What tells its requests from those of others. */
    public String identity() {
        return version.number() + complete.map(BidRequest::text).orElse("") + JsonMaps.write(fields)
                + JsonMaps.write(imps);
    }

    /** One video impression, written in 2.6. */
    public static RequestTemplate standard() {
        return new RequestTemplate(OpenRtbVersion.V2_6, Optional.empty(), Map.of(), List.of());
    }

    /**
     * Reads the options {@code version}, {@code request}, {@code imp}, {@code schain} and those named as fields.
     *
     * @throws IllegalArgumentException if one of them makes no sense; the message says why
     */
    public static RequestTemplate of(Map<String, Object> options) {
        OpenRtbVersion version = Optional.ofNullable(options.get("version")).map(v -> OpenRtbVersion.of(v.toString())
                .orElseThrow(() -> new IllegalArgumentException("OpenRTB " + v + " is not spoken; 2.5 and 2.6 are")))
                .orElse(OpenRtbVersion.V2_6);
        var fields = new LinkedHashMap<String, Object>();
        options.forEach((name, value) -> {
            if (FIELDS.contains(name) && value != null) {
                fields.put(name, value);
            }
        });
        if (options.get("schain") != null) {
            fields.merge("source", Map.of("schain", options.get("schain")), JsonMaps::merged);
        }
        if (List.of("site", "app", "dooh").stream().filter(fields::containsKey).count() > 1) {
            throw new IllegalArgumentException("a request has one of “site”, “app” and “dooh”");
        }
        FieldValues.checkRequest(fields);
        List<Map<String, Object>> imps = imps(options.get("imp"));
        return new RequestTemplate(version, Optional.ofNullable(options.get("request")).map(RequestTemplate::complete),
                fields, imps);
    }

    private static BidRequest complete(Object given) {
        return BidRequest.read(given instanceof Map<?, ?> map ? JsonMaps.write(map) : given.toString());
    }

    private static boolean isMedium(Object name) {
        return Stream.of(Impression.Kind.values()).anyMatch(kind -> kind.member().equals(name));
    }

    private static List<Map<String, Object>> imps(@org.jspecify.annotations.Nullable Object given) {
        List<?> each = switch (given) {
            case null -> List.of();
            case List<?> list -> list;
            default -> List.of(given);
        };
        var imps = new ArrayList<Map<String, Object>>();
        for (Object one : each) {
            if (!(one instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("the option “imp” is an object or a list of them");
            }
            var imp = new LinkedHashMap<Object, Object>(map);
            // A medium of which nothing is said is offered as it is by default.
            imp.replaceAll((name, value) -> value == null && isMedium(name) ? Map.of() : value);
            FieldValues.checkImpression(imp, each.size() > 1 ? "imp[" + imps.size() + "]." : "imp.");
            imps.add(JsonMaps.copy(imp));
        }
        return imps;
    }
}
