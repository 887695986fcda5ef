package io.spotcheck.orchestrator;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.protocol.ProtocolHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The key of an answer: handler, endpoints and limits, and every field and extension of the request. Readable at the
 * front, {@code vast/pre-roll/…}, and exact by a SHA-256 of everything.
 */
final class CacheKey {

    private CacheKey() {
    }

    static String of(ProtocolHandler handler, AdRequest request) {
        var text = new StringBuilder();
        append(text, handler.protocol());
        append(text, handler.cacheIdentity());
        append(text, request.slotId());
        append(text, request.userId());
        append(text, request.ipAddress());
        append(text, request.deviceType());
        append(text, request.contentUrl());
        append(text, request.contentDuration());
        append(text, request.playheadPosition());
        append(text, request.playerSize());
        append(text, request.geo().map(geo -> List.of(geo.country(), geo.region(), geo.city(), geo.postalCode(),
                geo.latitude(), geo.longitude())));
        append(text, request.extensions());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return handler.protocol() + "/" + request.slotId() + "/" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Writes a value so that no two different values read alike: with its kind and its length. */
    private static void append(StringBuilder text, Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                text.append("map").append(map.size()).append('{');
                var sorted = new TreeMap<String, Object>();
                map.forEach((k, v) -> sorted.put(String.valueOf(k), v));
                sorted.forEach((k, v) -> {
                    append(text, k);
                    append(text, v);
                });
                text.append('}');
            }
            case Collection<?> list -> {
                text.append("list").append(list.size()).append('[');
                list.forEach(v -> append(text, v));
                text.append(']');
            }
            case Optional<?> maybe -> {
                text.append(maybe.isPresent() ? "some" : "none");
                maybe.ifPresent(v -> append(text, v));
            }
            default -> {
                String plain = value.toString();
                text.append(value.getClass().getSimpleName()).append(plain.length()).append(':').append(plain);
            }
        }
    }
}
