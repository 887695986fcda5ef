package io.spotcheck.protocol.openrtb.terms;

import io.spotcheck.json.JsonElement;
import io.spotcheck.json.JsonReader;
import io.spotcheck.json.MalformedJsonException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The assets without which a native ad is not accepted (Native 1.2 §4.2). */
public final class NativeAssets {

    private static final String ROOT = "native";
    private static final int REQUIRED = 1;

    private NativeAssets() {
    }

    /** The ids of assets that a native request requires and an ad does not bring; none when they are elsewhere. */
    public static List<Integer> missing(JsonElement request, JsonElement ad) {
        if (ad.has("assetsurl") || ad.has("dcourl")) {
            return List.of();
        }
        Set<Integer> brought = ids(ad.items("assets").stream()).collect(Collectors.toSet());
        return ids(request.items("assets").stream().filter(a -> a.integer("required").equals(OptionalInt.of(REQUIRED))))
                .filter(id -> !brought.contains(id)).toList();
    }

    /** What {@link #missing(JsonElement, JsonElement)} says of texts; none when one of them cannot be read. */
    public static List<Integer> missing(String request, String ad) {
        Optional<JsonElement> wanted = read(request);
        Optional<JsonElement> given = read(ad);
        return wanted.isPresent() && given.isPresent() ? missing(wanted.get(), given.get()) : List.of();
    }

    private static Optional<JsonElement> read(String text) {
        try {
            JsonElement root = new JsonReader().read(text);
            // Before version 1.1 the ad was the one member of another object.
            return Optional.of(root.member(ROOT).filter(JsonElement::isObject).orElse(root));
        } catch (MalformedJsonException told) {
            // Who reads the ad tells it.
            return Optional.empty();
        }
    }

    private static Stream<Integer> ids(Stream<JsonElement> assets) {
        return assets.map(a -> a.integer("id")).filter(OptionalInt::isPresent).map(OptionalInt::getAsInt);
    }
}
