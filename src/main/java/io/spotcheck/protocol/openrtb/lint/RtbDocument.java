package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.json.JsonMember;
import io.spotcheck.protocol.openrtb.catalogue.FieldType;
import io.spotcheck.protocol.openrtb.catalogue.ObjectType;
import io.spotcheck.protocol.openrtb.catalogue.Release;
import io.spotcheck.protocol.openrtb.catalogue.Release.Family;
import io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a JSON document turns out to be by its content.
 *
 * @param kind    what it is
 * @param version the version that it declares, or that its fields show
 */
public record RtbDocument(RtbKind kind, Optional<String> version) {

    private static final String OPENRTB_3 = "openrtb";
    /** What only one of the kinds has at its root. */
    private static final Map<RtbKind, List<String>> SIGNS = Map.of(
            RtbKind.REQUEST, List.of("imp", "site", "app", "dooh", "device", "user", "regs", "source", "tmax", "at",
                    "badv", "bcat", "bapp", "wseat", "bseat", "allimps", "test"),
            RtbKind.RESPONSE, List.of("seatbid", "bidid", "nbr"),
            RtbKind.NATIVE_REQUEST, List.of("plcmttype", "plcmtcnt", "context", "contextsubtype", "aurlsupport",
                    "durlsupport", "layout", "adunit"),
            RtbKind.NATIVE_RESPONSE, List.of("link", "imptrackers", "jstracker", "assetsurl", "dcourl"));
    private static final List<String> BARE_RESPONSE = List.of("id", "cur", "customdata", "ext");
    private static final List<RtbKind> ORDER = List.of(RtbKind.REQUEST, RtbKind.RESPONSE, RtbKind.NATIVE_REQUEST,
            RtbKind.NATIVE_RESPONSE);
    private static final Map<RtbKind, Pattern> BROKEN_SIGNS = Map.of(
            RtbKind.REQUEST, Pattern.compile("\"(?:imp|site|app|dooh|device)\"\\s*:"),
            RtbKind.RESPONSE, Pattern.compile("\"(?:seatbid|nbr)\"\\s*:"),
            RtbKind.NATIVE_REQUEST, Pattern.compile("\"(?:plcmttype|assets)\"\\s*:"));

    /** Recognises a document; empty when it is none of OpenRTB. */
    public static Optional<RtbDocument> of(JsonElement root) {
        Optional<JsonElement> three = root.member(OPENRTB_3).filter(JsonElement::isObject);
        if (three.isPresent()) {
            return Optional.of(new RtbDocument(three.get().has("response") ? RtbKind.RESPONSE : RtbKind.REQUEST,
                    three.get().string("ver")));
        }
        if (root.isArray()) {
            // Several messages in one array are none; what they would be, the first one shows.
            return root.items().stream().findFirst().filter(JsonElement::isObject).flatMap(RtbDocument::of);
        }
        if (isRequest3(root)) {
            return Optional.of(new RtbDocument(RtbKind.REQUEST, Optional.of("3.0")));
        }
        JsonElement inner = NativeChecks.unwrapped(root);
        if (inner != root) {
            return Optional.of(nativeAd(inner));
        }
        if (isContext(root)) {
            return Optional.empty();
        }
        if (root.isObject() && root.members().isEmpty()) {
            // An empty object is a way of not bidding (OpenRTB 2.6 §7.1), and nothing else that there is.
            return Optional.of(new RtbDocument(RtbKind.RESPONSE, Optional.empty()));
        }
        Optional<RtbKind> best = Optional.empty();
        long most = 0;
        for (RtbKind kind : ORDER) {
            long signs = SIGNS.get(kind).stream().filter(root::has).count();
            if (signs > most) {
                most = signs;
                best = Optional.of(kind);
            }
        }
        if (best.isEmpty() && (root.has("assets") || root.has("eventtrackers"))) {
            return Optional.of(nativeAd(root));
        }
        if (best.isEmpty() && isBareResponse(root)) {
            return Optional.of(new RtbDocument(RtbKind.RESPONSE, Optional.empty()));
        }
        return best.map(kind -> kind == RtbKind.NATIVE_REQUEST || kind == RtbKind.NATIVE_RESPONSE ? nativeAd(root)
                : new RtbDocument(kind, shown(root, kind).map(Release::version)));
    }

    /** A response needs no more than the id of its request (OpenRTB 2.6 §4.2.1). */
    private static boolean isBareResponse(JsonElement root) {
        return root.string("id").isPresent() && !root.at("/cur").filter(JsonElement::isArray).isPresent()
                && root.members().stream().allMatch(m -> BARE_RESPONSE.contains(m.name()));
    }

    /** AdCOM has a context of its own, with the objects of a request and none of what makes it one. */
    private static boolean isContext(JsonElement root) {
        return root.has("restrictions") && !root.has("imp") && !root.has("id");
    }

    /** What piece of AdCOM a document is that stands alone, such as a placement; empty when it is none. */
    public static Optional<String> pieceOfAdcom(JsonElement root) {
        if (isContext(root)) {
            return Optional.of("the context");
        }
        boolean media = Stream.of("display", "video", "audio").anyMatch(m -> root.descend("ad", m).isPresent());
        boolean placed = Stream.of("display", "video", "audio").anyMatch(m -> root.descend("placement", m).isPresent());
        return media ? Optional.of("an ad") : placed ? Optional.of("a placement") : Optional.empty();
    }

    /** Recognises a document that cannot be read, by the names in it. */
    public static Optional<RtbKind> ofBroken(String text) {
        return ORDER.stream().filter(kind -> BROKEN_SIGNS.containsKey(kind)
                && BROKEN_SIGNS.get(kind).matcher(text).find()).findFirst();
    }

    private static RtbDocument nativeAd(JsonElement root) {
        Optional<JsonElement> asset = root.items("assets").stream().filter(JsonElement::isObject).findFirst();
        boolean answers = SIGNS.get(RtbKind.NATIVE_RESPONSE).stream().anyMatch(root::has)
                || asset.flatMap(a -> a.descend("title", "text").or(() -> a.descend("img", "url"))
                .or(() -> a.descend("data", "value"))).isPresent()
                || root.items("eventtrackers").stream().anyMatch(t -> t.has("method"));
        return new RtbDocument(answers ? RtbKind.NATIVE_RESPONSE : RtbKind.NATIVE_REQUEST, root.string("ver"));
    }

    /** Whether it is one of OpenRTB 3.0, which is another protocol. */
    public boolean isOpenRtb3() {
        return (kind == RtbKind.REQUEST || kind == RtbKind.RESPONSE)
                && version.filter(v -> !v.startsWith("2.")).isPresent();
    }

    /** Whether it is an OpenRTB 3.0 payload, whatever version it declares, or the request within one. */
    static boolean isOpenRtb3(JsonElement root) {
        return root.member(OPENRTB_3).filter(JsonElement::isObject).isPresent() || isRequest3(root);
    }

    /** OpenRTB 3.0 calls impressions items, and has the media below a context. */
    private static boolean isRequest3(JsonElement root) {
        return !root.has("imp") && root.member("item").filter(JsonElement::isArray).isPresent();
    }

    /**
     * The release that the fields of a document show: 2.6 if there is one that 2.6 brought, 2.5 if there is one that
     * 2.6 took away or deprecated.
     */
    static Optional<Release> shown(JsonElement root, RtbKind kind) {
        boolean[] seen = new boolean[2];
        look(root, RtbCatalogue.standard().object(kind.object()), seen);
        return seen[0] ? Optional.of(Release.LATEST_OPENRTB) : seen[1] ? Optional.of(Release.OPENRTB_2_5)
                : Optional.empty();
    }

    private static void look(JsonElement object, ObjectType type, boolean[] seen) {
        if (seen[0] || type.family() == Family.NATIVE) {
            return;
        }
        for (JsonMember member : object.members()) {
            Optional<FieldType> field = type.field(member.name());
            if (field.isEmpty()) {
                continue;
            }
            seen[0] |= field.get().since() != Release.OPENRTB_2_5;
            seen[1] |= field.get().until().isPresent()
                    || field.get().deprecated().filter(Release.OPENRTB_2_6::equals).isPresent();
            field.get().object().ifPresent(inner -> (member.value().isArray() ? member.value().items()
                    : List.of(member.value())).forEach(each -> look(each, inner, seen)));
        }
    }
}
