package io.spotcheck.ad;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, in no protocol's words. A request can hold values that make no sense, so that a form can show
 * them; {@link RequestRules} says what is wrong with them, and a handler's {@code validateRequest} asks it.
 *
 * @param slotId           the ad slot; never blank in a valid request
 * @param userId           the user; never blank in a valid request
 * @param ipAddress        the viewer's IPv4 or IPv6 address
 * @param deviceType       the kind of device
 * @param contentUrl       the absolute URL of the content being played
 * @param contentDuration  the length of the content, more than zero
 * @param playheadPosition where playback is, from zero to the content's length
 * @param playerSize       the player's size, each side from 1 to 65535
 * @param geo              where the viewer is
 * @param extensions       what only one protocol understands, by name; values are text, numbers, booleans, lists, maps
 */
public record AdRequest(String slotId, String userId, Optional<String> ipAddress, Optional<DeviceType> deviceType,
                        Optional<String> contentUrl, Optional<Duration> contentDuration,
                        Optional<Duration> playheadPosition, Optional<Dimensions> playerSize, Optional<Geo> geo,
                        Map<String, Object> extensions) {

    /** Checks that nothing is missing, and copies the extensions in depth. */
    public AdRequest {
        Objects.requireNonNull(slotId, "slotId");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(ipAddress, "ipAddress");
        Objects.requireNonNull(deviceType, "deviceType");
        Objects.requireNonNull(contentUrl, "contentUrl");
        Objects.requireNonNull(contentDuration, "contentDuration");
        Objects.requireNonNull(playheadPosition, "playheadPosition");
        Objects.requireNonNull(playerSize, "playerSize");
        Objects.requireNonNull(geo, "geo");
        extensions = Extensions.copyOf(extensions);
    }

    /** Begins a request for a slot on behalf of a user. */
    public static Builder builder(String slotId, String userId) {
        return new Builder(slotId, userId);
    }

    /** A builder that starts from this request. */
    public Builder toBuilder() {
        var builder = new Builder(slotId, userId);
        builder.ipAddress = ipAddress;
        builder.deviceType = deviceType;
        builder.contentUrl = contentUrl;
        builder.contentDuration = contentDuration;
        builder.playheadPosition = playheadPosition;
        builder.playerSize = playerSize;
        builder.geo = geo;
        builder.extensions = extensions;
        return builder;
    }

    /** Collects the fields of a request. Each method sets one field and returns the builder. */
    public static final class Builder {

        private String slotId;
        private String userId;
        private Optional<String> ipAddress = Optional.empty();
        private Optional<DeviceType> deviceType = Optional.empty();
        private Optional<String> contentUrl = Optional.empty();
        private Optional<Duration> contentDuration = Optional.empty();
        private Optional<Duration> playheadPosition = Optional.empty();
        private Optional<Dimensions> playerSize = Optional.empty();
        private Optional<Geo> geo = Optional.empty();
        private Map<String, Object> extensions = Map.of();

        private Builder(String slotId, String userId) {
            this.slotId = slotId;
            this.userId = userId;
        }

        public Builder slotId(String value) {
            slotId = value;
            return this;
        }

        public Builder userId(String value) {
            userId = value;
            return this;
        }

        public Builder ipAddress(String value) {
            ipAddress = Optional.of(value);
            return this;
        }

        public Builder deviceType(DeviceType value) {
            deviceType = Optional.of(value);
            return this;
        }

        public Builder contentUrl(String value) {
            contentUrl = Optional.of(value);
            return this;
        }

        public Builder contentDuration(Duration value) {
            contentDuration = Optional.of(value);
            return this;
        }

        public Builder playheadPosition(Duration value) {
            playheadPosition = Optional.of(value);
            return this;
        }

        public Builder playerSize(int width, int height) {
            playerSize = Optional.of(new Dimensions(width, height));
            return this;
        }

        public Builder geo(Geo value) {
            geo = Optional.of(value);
            return this;
        }

        /** Replaces all extensions. What is null is left out. */
        public Builder extensions(Map<String, ?> values) {
            extensions = Extensions.copyOf(values);
            return this;
        }

        /** Adds or replaces one extension; null takes it away. */
        public Builder extension(String name, @Nullable Object value) {
            extensions = Extensions.with(extensions, name, value);
            return this;
        }

        /** The request. */
        public AdRequest build() {
            return new AdRequest(slotId, userId, ipAddress, deviceType, contentUrl, contentDuration,
                    playheadPosition, playerSize, geo, extensions);
        }
    }
}
