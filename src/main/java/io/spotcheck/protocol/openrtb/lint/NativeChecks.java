package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.json.JsonReader;
import io.spotcheck.json.MalformedJsonException;
import io.spotcheck.protocol.openrtb.catalogue.ObjectType;
import io.spotcheck.protocol.openrtb.catalogue.Release;
import io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What is looked at in native ads, and in the texts that hold them. */
final class NativeChecks {

    private static final List<String> KINDS = List.of("title", "img", "video", "data");
    private static final Set<String> VERSIONS = Set.of("1.0", "1.1", "1.2");
    private static final String ROOT = "native";
    private static final int VENDOR = 500;

    private final RtbCatalogue catalogue;
    private final StructureLint structure;
    private final MarkupLint markup;
    private final JsonReader json = new JsonReader();

    NativeChecks(RtbCatalogue catalogue, StructureLint structure, MarkupLint markup) {
        this.catalogue = catalogue;
        this.structure = structure;
        this.markup = markup;
    }

    void addTo(Checks checks) {
        checks.on("Native", this::offered);
        checks.on("NativeRequest", NativeChecks::context);
        checks.on("NativeRequestAsset", NativeChecks::oneKind);
        checks.on("NativeResponseAsset", NativeChecks::oneKind);
        checks.on("NativeRequestImage", NativeChecks::imageSize);
        checks.on("NativeResponse", NativeChecks::assets);
        checks.on("NativeResponse", NativeChecks::addresses);
        checks.on("NativeResponseTracker", NativeChecks::tracker);
        checks.on("NativeResponseImage", (image, pass) ->
                image.member("url").ifPresent(u -> UrlLint.called(u, "url", pass)));
        checks.on("NativeLink", NativeChecks::link);
        checks.on("NativeResponseVideo", (video, pass) ->
                video.member("vasttag").filter(v -> v.string().isPresent()).ifPresent(v -> markup.vast(v, pass)));
    }

    /** Judges the request that the impression holds as a text. */
    private void offered(JsonElement placement, RtbPass pass) {
        Optional<JsonElement> request = placement.member("request");
        if (request.filter(JsonElement::isObject).isPresent()) {
            // What many exchanges do: the type is wrong, which has been told, and the content can be judged.
            lint(request.get(), "NativeRequest", pass);
            return;
        }
        request.filter(r -> r.string().filter(s -> !s.isBlank()).isPresent()).ifPresent(text -> {
            try {
                JsonElement root = json.read(text.text());
                RtbPass inner = pass.within(text, release(root, placement.string("ver")));
                lint(root, "NativeRequest", inner);
                version(placement, root, pass);
            } catch (MalformedJsonException broken) {
                pass.report("NATIVE-REQUEST-NOT-JSON", text, "The text is not JSON: " + broken.getMessage());
            }
        });
    }

    /**
     * Judges a response that a bid holds as a text.
     *
     * @return the response, if it is one
     */
    Optional<JsonElement> answered(JsonElement text, RtbPass pass) {
        try {
            JsonElement root = json.read(text.text());
            lint(root, "NativeResponse", pass.within(text, release(root, Optional.empty())));
            return Optional.of(unwrapped(root)).filter(JsonElement::isObject);
        } catch (MalformedJsonException broken) {
            pass.report("NATIVE-RESPONSE-NOT-JSON", text, "The text is not JSON: " + broken.getMessage());
            return Optional.empty();
        }
    }

    /** Judges a native ad from its root on. */
    void lint(JsonElement root, String object, RtbPass pass) {
        ObjectType type = catalogue.object(object);
        JsonElement inner = unwrapped(root);
        if (!inner.isObject()) {
            pass.report("NATIVE-ROOT", inner, "A native ad is an object, and this is " + Values.kind(inner) + ".");
            return;
        }
        String version = inner.string("ver").orElse("");
        if (inner != root && (version.equals("1.1") || version.equals("1.2"))) {
            pass.report("NATIVE-ROOT-WRAPPED", inner, "Since Native 1.1 there is no “native” around the ad.");
        }
        inner.member("ver").filter(v -> v.string().filter(s -> !VERSIONS.contains(s)).isPresent()).ifPresent(v ->
                pass.report("NATIVE-VERSION-UNKNOWN", v, "There is no Native " + Words.shorten(v.text()) + "."));
        structure.lint(inner, type, pass);
    }

    static JsonElement unwrapped(JsonElement root) {
        return root.members().size() == 1 ? root.member(ROOT).orElse(root) : root;
    }

    static Release release(JsonElement root, Optional<String> around) {
        return unwrapped(root).string("ver").or(() -> around).flatMap(Release::nativeAd)
                .orElse(Release.LATEST_NATIVE);
    }

    /** The request in an impression, if it can be read. */
    Optional<JsonElement> request(JsonElement imp) {
        Optional<JsonElement> request = imp.descend(ROOT, "request");
        if (request.filter(JsonElement::isObject).isPresent()) {
            return request.map(NativeChecks::unwrapped);
        }
        return request.flatMap(JsonElement::string).flatMap(text -> {
            try {
                return Optional.of(unwrapped(json.read(text)));
            } catch (MalformedJsonException broken) {
                // It is a finding of the request, and here there is nothing to compare with.
                return Optional.empty();
            }
        });
    }

    private static void version(JsonElement placement, JsonElement root, RtbPass pass) {
        Optional<String> outside = placement.string("ver");
        Optional<String> inside = unwrapped(root).string("ver");
        if (outside.isPresent() && inside.isPresent() && !outside.equals(inside)) {
            pass.report("NATIVE-VERSION-DIFFERS", placement.member("ver").orElseThrow(), "ver is "
                    + Words.shorten(outside.get()) + ", and the request itself is of " + Words.shorten(inside.get())
                    + ".");
        }
    }

    private static void context(JsonElement request, RtbPass pass) {
        OptionalInt context = request.integer("context");
        OptionalInt subtype = request.integer("contextsubtype");
        if (context.isPresent() && subtype.isPresent() && context.getAsInt() < VENDOR && subtype.getAsInt() < VENDOR
                && subtype.getAsInt() / 10 != context.getAsInt()) {
            pass.report("NATIVE-CONTEXT-SUBTYPE", request.member("contextsubtype").orElseThrow(), "The subtype "
                    + subtype.getAsInt() + " is none of the context " + context.getAsInt() + ".");
        }
        if (request.integer("seq").orElse(0) > 0 && request.integer("plcmtcnt").orElse(1) > 1) {
            pass.report("NATIVE-SEQ-AND-COUNT", request.member("seq").orElseThrow(),
                    "There are several identical placements, and a place among different ones.");
        }
    }

    private static void oneKind(JsonElement asset, RtbPass pass) {
        List<String> kinds = KINDS.stream().filter(asset::has).toList();
        if (kinds.size() > 1) {
            pass.report("NATIVE-ASSET-SEVERAL", asset.member(kinds.get(1)).orElseThrow(), "The asset is "
                    + Words.and(kinds) + " at once.");
        } else if (kinds.isEmpty()) {
            pass.report("NATIVE-ASSET-EMPTY", asset, "The asset is none of " + Words.and(KINDS) + ".");
        }
    }

    private static void imageSize(JsonElement image, RtbPass pass) {
        if (!image.has("w") && !image.has("wmin") || !image.has("h") && !image.has("hmin")) {
            pass.report("NATIVE-IMAGE-SIZE-MISSING", image,
                    "Either w or wmin and either h or hmin say how large the image may be.");
        }
    }

    private static void assets(JsonElement response, RtbPass pass) {
        boolean elsewhere = response.has("assetsurl") || response.has("dcourl");
        if (!elsewhere && !response.has("assets")) {
            pass.report("NATIVE-ASSETS-MISSING", response, "There are neither assets nor an address of them.");
        }
        if (!elsewhere) {
            response.items("assets").stream().filter(a -> a.isObject() && !a.has("id")).forEach(a ->
                    pass.report("NATIVE-ASSET-ID-MISSING", a, "There is no id by which the asset is asked for."));
        }
    }

    private static void addresses(JsonElement response, RtbPass pass) {
        for (String name : List.of("assetsurl", "dcourl", "jstracker")) {
            response.member(name).filter(u -> u.string().isPresent() && !u.text().contains("<"))
                    .ifPresent(u -> UrlLint.called(u, name, pass));
        }
        response.items("imptrackers").forEach(u -> UrlLint.called(u, "imptrackers", pass));
    }

    private static void tracker(JsonElement tracker, RtbPass pass) {
        if (tracker.integer("method").orElse(VENDOR) < VENDOR && !tracker.has("url")) {
            pass.report("NATIVE-TRACKER-URL-MISSING", tracker, "There is no url to call.");
        }
        tracker.member("url").filter(u -> u.string().isPresent()).ifPresent(u -> UrlLint.called(u, "url", pass));
    }

    private static void link(JsonElement link, RtbPass pass) {
        link.member("url").filter(u -> u.string().isPresent()).ifPresent(u -> UrlLint.address(u, "url", pass));
        link.items("clicktrackers").forEach(u -> UrlLint.called(u, "clicktrackers", pass));
    }
}
