package io.spotcheck.workspace;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.Geo;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamConfig;
import io.spotcheck.orchestrator.OrchestratorConfig;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Changes every text of a profile that takes part in a run; its name and its description are for people only. */
final class ProfileStrings {

    private ProfileStrings() {
    }

    static Profile map(Profile profile, UnaryOperator<String> change) {
        OrchestratorConfig config = profile.config();
        return new Profile(profile.name(), profile.description(),
                new OrchestratorConfig(config.protocol().map(change), map(config.upstream(), change),
                        config.policy(), config.cache(), config.tracking(), mapValues(config.options(), change)),
                map(profile.request(), change), profile.expectation().mapStrings(change));
    }

    private static UpstreamConfig map(UpstreamConfig upstream, UnaryOperator<String> change) {
        return new UpstreamConfig(upstream.type(), change.apply(upstream.endpoint()),
                mapText(upstream.headers(), change), upstream.document().map(change),
                mapText(upstream.documents(), change),
                upstream.fallbacks().stream().map(fallback -> map(fallback, change)).toList());
    }

    private static AdRequest map(AdRequest request, UnaryOperator<String> change) {
        return new AdRequest(change.apply(request.slotId()), change.apply(request.userId()),
                request.ipAddress().map(change), request.deviceType(), request.contentUrl().map(change),
                request.contentDuration(), request.playheadPosition(), request.playerSize(),
                request.geo().map(geo -> map(geo, change)), mapValues(request.extensions(), change));
    }

    private static Geo map(Geo geo, UnaryOperator<String> change) {
        return new Geo(geo.country().map(change), geo.region().map(change), geo.city().map(change),
                geo.postalCode().map(change), geo.latitude(), geo.longitude());
    }

    /** Keys too: the key of a document is a URL. */
    private static Map<String, String> mapText(Map<String, String> texts, UnaryOperator<String> change) {
        var changed = new LinkedHashMap<String, String>();
        texts.forEach((key, value) -> changed.put(change.apply(key), change.apply(value)));
        return changed;
    }

    private static Map<String, Object> mapValues(Map<String, Object> values, UnaryOperator<String> change) {
        var changed = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> changed.put(name, mapValue(value, change)));
        return changed;
    }

    private static Object mapValue(Object value, UnaryOperator<String> change) {
        return switch (value) {
            case String text -> change.apply(text);
            case Map<?, ?> map -> {
                var changed = new LinkedHashMap<String, Object>();
                map.forEach((key, inner) -> changed.put(String.valueOf(key), mapValue(inner, change)));
                yield changed;
            }
            case Collection<?> list -> list.stream().map(inner -> mapValue(inner, change)).toList();
            default -> value;
        };
    }
}
