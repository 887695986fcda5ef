package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.terms.NativeAssets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Judges a native ad by the native request that it answers (Native 1.2 §5). */
final class NativePairLint {

    private static final List<String> KINDS = List.of("title", "img", "video", "data");

    private NativePairLint() {
    }

    static void lint(JsonElement request, JsonElement response, RtbPass pass) {
        assets(request, response, pass);
        trackers(request, response, pass);
        flag(request, "aurlsupport", response, "assetsurl", pass);
        flag(request, "durlsupport", response, "dcourl", pass);
        if (request.integer("privacy").orElse(0) != 1) {
            response.member("privacy").filter(p -> p.string().isPresent()).ifPresent(p ->
                    pass.report("NATIVE-PAIR-PRIVACY", p, "The placement shows no privacy notice of buyers."));
        }
    }

    private static void flag(JsonElement request, String flag, JsonElement response, String field, RtbPass pass) {
        if (request.integer(flag).orElse(0) != 1 && response.has(field)) {
            pass.report("NATIVE-PAIR-ADDRESS", response.member(field).orElseThrow(), "The placement does not support "
                    + field + "; " + flag + " is not 1.");
        }
    }

    private static void assets(JsonElement request, JsonElement response, RtbPass pass) {
        Map<Integer, JsonElement> asked = new HashMap<>();
        request.items("assets").forEach(a -> a.integer("id").ifPresent(id -> asked.put(id, a)));
        for (JsonElement asset : response.items("assets")) {
            OptionalInt id = asset.integer("id");
            if (id.isEmpty()) {
                continue;
            }
            JsonElement wanted = asked.get(id.getAsInt());
            if (wanted == null) {
                pass.report("NATIVE-PAIR-ASSET-UNKNOWN", asset.member("id").orElseThrow(),
                        "The request has no asset " + id.getAsInt() + ".");
            } else {
                asset(wanted, asset, pass);
            }
        }
        NativeAssets.missing(request, response).forEach(id -> pass.report("NATIVE-PAIR-ASSET-MISSING",
                response.member("assets").orElse(response), "The asset " + id + " is required, and is not here."));
    }

    private static void asset(JsonElement wanted, JsonElement asset, RtbPass pass) {
        Optional<String> kind = KINDS.stream().filter(wanted::has).findFirst();
        Optional<String> given = KINDS.stream().filter(asset::has).findFirst();
        if (kind.isPresent() && given.isPresent() && !kind.equals(given)) {
            pass.report("NATIVE-PAIR-ASSET-KIND", asset.member(given.get()).orElseThrow(), "The request wants "
                    + kind.get() + " here, and this is " + given.get() + ".");
            return;
        }
        length(wanted, asset, "title", "text", pass);
        length(wanted, asset, "data", "value", pass);
        for (String side : List.of("w", "h")) {
            OptionalInt least = integer(wanted, "img", side + "min");
            OptionalInt is = integer(asset, "img", side);
            if (least.isPresent() && is.isPresent() && is.getAsInt() < least.getAsInt()) {
                pass.report("NATIVE-PAIR-IMAGE-SMALL", asset.descend("img", side).orElseThrow(), "The image has "
                        + is.getAsInt() + " pixels, and " + least.getAsInt() + " are the least.");
            }
        }
    }

    private static OptionalInt integer(JsonElement asset, String kind, String field) {
        return asset.member(kind).map(k -> k.integer(field)).orElse(OptionalInt.empty());
    }

    private static void length(JsonElement wanted, JsonElement asset, String kind, String field, RtbPass pass) {
        OptionalInt most = integer(wanted, kind, "len");
        Optional<JsonElement> text = asset.descend(kind, field).filter(t -> t.string().isPresent());
        if (most.isPresent() && text.isPresent()
                && text.get().text().codePointCount(0, text.get().text().length()) > most.getAsInt()) {
            pass.report("NATIVE-PAIR-TEXT-LONG", text.get(), "The text is longer than the " + most.getAsInt()
                    + " characters that are shown.");
        }
    }

    private static void trackers(JsonElement request, JsonElement response, RtbPass pass) {
        Set<String> offered = new HashSet<>();
        request.items("eventtrackers").forEach(t -> t.items("methods").forEach(m ->
                offered.add(t.integer("event").orElse(0) + " " + m.text())));
        for (JsonElement tracker : response.items("eventtrackers")) {
            if (!offered.contains(tracker.integer("event").orElse(0) + " "
                    + tracker.member("method").map(JsonElement::text).orElse(""))) {
                pass.report("NATIVE-PAIR-TRACKER", tracker,
                        "The request does not offer this event by this method.");
            }
        }
    }
}
