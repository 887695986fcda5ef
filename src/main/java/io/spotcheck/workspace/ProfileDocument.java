package io.spotcheck.workspace;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.DeviceType;
import io.spotcheck.ad.Dimensions;
import io.spotcheck.ad.Geo;
import io.spotcheck.orchestrator.OrchestratorConfig.CacheConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.PolicyConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.TrackingMode;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamConfig;
import io.spotcheck.orchestrator.OrchestratorConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** A profile as its file has it: every part may be left out. The order here is the order in the file. */
@JsonPropertyOrder({"name", "description", "protocol", "upstream", "policy", "cache", "tracking", "options", "request",
    "expect"})
record ProfileDocument(Optional<String> name, Optional<String> description, Optional<String> protocol,
                       Optional<UpstreamConfig> upstream, Optional<PolicyConfig> policy, Optional<CacheConfig> cache,
                       Optional<TrackingMode> tracking, Optional<Map<String, Object>> options,
                       Optional<Request> request, Optional<Expectation> expect) {

    /** A request as a file has it. */
    @JsonPropertyOrder({"slotId", "userId", "ipAddress", "deviceType", "contentUrl", "contentDuration",
        "playheadPosition", "playerSize", "geo", "extensions"})
    record Request(Optional<String> slotId, Optional<String> userId, Optional<String> ipAddress,
                   Optional<DeviceType> deviceType, Optional<String> contentUrl, Optional<Duration> contentDuration,
                   Optional<Duration> playheadPosition,
                   @JsonSerialize(contentUsing = ToStringSerializer.class)
                   @JsonDeserialize(contentUsing = DimensionsReader.class) Optional<Dimensions> playerSize,
                   Optional<Geo> geo, Optional<Map<String, Object>> extensions) {

        static Request of(AdRequest request) {
            return new Request(Optional.of(request.slotId()), Optional.of(request.userId()), request.ipAddress(),
                    request.deviceType(), request.contentUrl(), request.contentDuration(),
                    request.playheadPosition(), request.playerSize(), request.geo(), filled(request.extensions()));
        }

        static AdRequest plain() {
            return AdRequest.builder(Profile.DEFAULT_SLOT, Profile.DEFAULT_USER).build();
        }

        AdRequest toRequest() {
            return new AdRequest(slotId.orElse(Profile.DEFAULT_SLOT), userId.orElse(Profile.DEFAULT_USER), ipAddress,
                    deviceType, contentUrl, contentDuration, playheadPosition, playerSize, geo,
                    extensions.map(ProfileDocument::complete).orElse(Map.of()));
        }
    }

    static ProfileDocument of(Profile profile) {
        OrchestratorConfig config = profile.config();
        return new ProfileDocument(Optional.of(profile.name()), profile.description(), config.protocol(),
                Optional.of(config.upstream()), config.policy(), config.cache(),
                // What a profile does anyway is not written.
                config.tracking().filter(mode -> mode != TrackingMode.RECORD), filled(config.options()),
                Optional.of(profile.request()).filter(r -> !r.equals(Request.plain())).map(Request::of),
                Optional.of(profile.expectation()).filter(e -> !e.equals(Expectation.anyAd())));
    }

    Profile toProfile(String defaultName) {
        // The constructor of a configuration fills what is left out.
        var config = new OrchestratorConfig(protocol, upstream.orElseGet(() -> UpstreamConfig.http("")), policy, cache,
                tracking, options.map(ProfileDocument::complete).orElse(Map.of()));
        return new Profile(name.orElse(defaultName), description, config,
                request.map(Request::toRequest).orElseGet(Request::plain), expect.orElse(Expectation.anyAd()));
    }

    /** The same values, when none of them is missing at any depth. */
    private static Map<String, Object> complete(Map<String, Object> values) {
        values.values().forEach(ProfileDocument::requireComplete);
        return values;
    }

    private static void requireComplete(Object value) {
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(ProfileDocument::requireComplete);
            case Collection<?> list -> list.forEach(ProfileDocument::requireComplete);
            default -> { }
        }
    }

    private static Optional<Map<String, Object>> filled(Map<String, Object> values) {
        return Optional.of(values).filter(map -> !map.isEmpty());
    }
}
