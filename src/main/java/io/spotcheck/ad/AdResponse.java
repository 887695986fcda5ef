package io.spotcheck.ad;

import io.spotcheck.resolution.Resolution;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What came back, in no protocol's words. Immutable in depth, so that it can be cached and shared.
 *
 * <p>The first group of fields tells of the first ad's first creative, for callers that want one thing to play;
 * {@link #ads} has all of them, and {@link #resolution} everything that happened.
 *
 * @param success          whether there is an ad to show
 * @param slotId           the slot of the request
 * @param protocol         the protocol that was spoken, such as {@code vast}
 * @param adId             the ad's identifier
 * @param creativeUrl      the media file or resource to show
 * @param creativeType     its MIME type
 * @param format           {@code linear}, {@code nonlinear} or {@code companion}
 * @param duration         how long it plays
 * @param bitrate          in kbit/s
 * @param dimensions       its size
 * @param trackingUrls     the beacons of all ads, and on failure those that are due for it
 * @param adSystem         the system that served it
 * @param advertiser       who pays for it
 * @param campaignId       the campaign it belongs to
 * @param ads              all ads, in the order of showing
 * @param breaks           the breaks of a schedule, in order; their ads stand in {@code ads}, too, when they are due
 * @param bids             the bids of an auction, in the order of their ranking
 * @param resolutionChain  the URLs of the documents that were asked for, in order, after macros
 * @param usedFallback     whether another than the first upstream served it
 * @param cached           whether it came from the cache
 * @param resolutionTimeMs how long this answer took, in milliseconds
 * @param cacheableFor     how long the documents say it may be kept, when they say so
 * @param error            why there is no ad, in one plain sentence
 * @param errorCode        why there is no ad
 * @param protocolCode     the code that the protocol has for it
 * @param failures         everything that failed on the way, in order, also when an ad was served
 * @param extensions       what only one protocol knows, by name
 * @param rawResponse      the text of the first document that answered
 * @param resolution       the tree of what happened
 */
public record AdResponse(boolean success, String slotId, String protocol, Optional<String> adId,
                         Optional<String> creativeUrl, Optional<String> creativeType, Optional<String> format,
                         Optional<Duration> duration, OptionalInt bitrate, Optional<Dimensions> dimensions,
                         List<TrackingUrl> trackingUrls, Optional<String> adSystem, Optional<String> advertiser,
                         Optional<String> campaignId, List<Ad> ads, List<AdBreak> breaks, List<Bid> bids,
                         List<String> resolutionChain,
                         boolean usedFallback, boolean cached, long resolutionTimeMs,
                         Optional<Duration> cacheableFor, Optional<String> error, Optional<ErrorCode> errorCode,
                         OptionalInt protocolCode, List<AdError> failures, Map<String, Object> extensions,
                         Optional<String> rawResponse, Resolution resolution) {

    /** Copies the collections. */
    public AdResponse {
        Objects.requireNonNull(slotId, "slotId");
        Objects.requireNonNull(protocol, "protocol");
        trackingUrls = List.copyOf(trackingUrls);
        ads = List.copyOf(ads);
        breaks = List.copyOf(breaks);
        bids = List.copyOf(bids);
        resolutionChain = List.copyOf(resolutionChain);
        failures = List.copyOf(failures);
        extensions = Extensions.copyOf(extensions);
    }

    /** Begins the answer to a request that was served. */
    public static Builder served(String slotId) {
        return new Builder(true, slotId);
    }

    /** Begins the answer to a request for which there is no ad. */
    public static Builder failed(String slotId, AdError error) {
        return new Builder(false, slotId).error(error);
    }

    /** A builder that starts from this answer. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** The beacons of one event, of all hops, in order. */
    public Stream<TrackingUrl> trackingUrls(String event) {
        return trackingUrls.stream().filter(t -> t.event().equalsIgnoreCase(event));
    }

    /** Collects the fields of an answer. Each method sets one field and returns the builder. */
    public static final class Builder {

        private final boolean success;
        private final String slotId;
        private String protocol = "custom";
        private Optional<String> adId = Optional.empty();
        private Optional<String> creativeUrl = Optional.empty();
        private Optional<String> creativeType = Optional.empty();
        private Optional<String> format = Optional.empty();
        private Optional<Duration> duration = Optional.empty();
        private OptionalInt bitrate = OptionalInt.empty();
        private Optional<Dimensions> dimensions = Optional.empty();
        private List<TrackingUrl> trackingUrls = List.of();
        private Optional<String> adSystem = Optional.empty();
        private Optional<String> advertiser = Optional.empty();
        private Optional<String> campaignId = Optional.empty();
        private List<Ad> ads = List.of();
        private List<AdBreak> breaks = List.of();
        private List<Bid> bids = List.of();
        private List<String> resolutionChain = List.of();
        private boolean usedFallback;
        private boolean cached;
        private long resolutionTimeMs;
        private Optional<Duration> cacheableFor = Optional.empty();
        private Optional<String> error = Optional.empty();
        private Optional<ErrorCode> errorCode = Optional.empty();
        private OptionalInt protocolCode = OptionalInt.empty();
        private List<AdError> failures = List.of();
        private Map<String, Object> extensions = Map.of();
        private Optional<String> rawResponse = Optional.empty();
        private Resolution resolution = Resolution.none();

        private Builder(boolean success, String slotId) {
            this.success = success;
            this.slotId = slotId;
        }

        private Builder(AdResponse from) {
            this(from.success, from.slotId);
            protocol = from.protocol;
            adId = from.adId;
            creativeUrl = from.creativeUrl;
            creativeType = from.creativeType;
            format = from.format;
            duration = from.duration;
            bitrate = from.bitrate;
            dimensions = from.dimensions;
            trackingUrls = from.trackingUrls;
            adSystem = from.adSystem;
            advertiser = from.advertiser;
            campaignId = from.campaignId;
            ads = from.ads;
            breaks = from.breaks;
            bids = from.bids;
            resolutionChain = from.resolutionChain;
            usedFallback = from.usedFallback;
            cached = from.cached;
            resolutionTimeMs = from.resolutionTimeMs;
            cacheableFor = from.cacheableFor;
            error = from.error;
            errorCode = from.errorCode;
            protocolCode = from.protocolCode;
            failures = from.failures;
            extensions = from.extensions;
            rawResponse = from.rawResponse;
            resolution = from.resolution;
        }

        public Builder protocol(String value) {
            protocol = value;
            return this;
        }

        public Builder adId(String value) {
            adId = Optional.of(value);
            return this;
        }

        public Builder creativeUrl(String value) {
            creativeUrl = Optional.of(value);
            return this;
        }

        public Builder creativeType(String value) {
            creativeType = Optional.of(value);
            return this;
        }

        public Builder format(String value) {
            format = Optional.of(value);
            return this;
        }

        public Builder duration(Duration value) {
            duration = Optional.of(value);
            return this;
        }

        public Builder bitrate(int kbps) {
            bitrate = OptionalInt.of(kbps);
            return this;
        }

        public Builder dimensions(Dimensions value) {
            dimensions = Optional.of(value);
            return this;
        }

        public Builder trackingUrls(List<TrackingUrl> value) {
            trackingUrls = value;
            return this;
        }

        public Builder adSystem(String value) {
            adSystem = Optional.of(value);
            return this;
        }

        public Builder advertiser(String value) {
            advertiser = Optional.of(value);
            return this;
        }

        public Builder campaignId(String value) {
            campaignId = Optional.of(value);
            return this;
        }

        /** Sets the ads, and with the first of them the fields that tell of one creative. */
        public Builder ads(List<Ad> value) {
            ads = value;
            if (!value.isEmpty()) {
                describe(value.getFirst());
            }
            return this;
        }

        public Builder breaks(List<AdBreak> value) {
            breaks = value;
            return this;
        }

        public Builder bids(List<Bid> value) {
            bids = value;
            return this;
        }

        public Builder resolutionChain(List<String> value) {
            resolutionChain = value;
            return this;
        }

        public Builder usedFallback(boolean value) {
            usedFallback = value;
            return this;
        }

        public Builder cached(boolean value) {
            cached = value;
            return this;
        }

        public Builder resolutionTimeMs(long value) {
            resolutionTimeMs = value;
            return this;
        }

        public Builder cacheableFor(Duration value) {
            cacheableFor = Optional.of(value);
            return this;
        }

        /** Sets the error's sentence and codes, and puts it among the failures when none were given. */
        public Builder error(AdError value) {
            error = Optional.of(value.message());
            errorCode = Optional.of(value.code());
            protocolCode = value.protocolCode();
            if (failures.isEmpty()) {
                failures = List.of(value);
            }
            return this;
        }

        public Builder failures(List<AdError> value) {
            failures = value;
            return this;
        }

        public Builder extensions(Map<String, ?> value) {
            extensions = Extensions.copyOf(value);
            return this;
        }

        public Builder rawResponse(String value) {
            rawResponse = Optional.of(value);
            return this;
        }

        public Builder resolution(Resolution value) {
            resolution = value;
            return this;
        }

        /** The answer. */
        public AdResponse build() {
            return new AdResponse(success, slotId, protocol, adId, creativeUrl, creativeType, format, duration,
                    bitrate, dimensions, trackingUrls, adSystem, advertiser, campaignId, ads, breaks, bids,
                    resolutionChain, usedFallback, cached, resolutionTimeMs, cacheableFor, error, errorCode,
                    protocolCode, failures, extensions, rawResponse, resolution);
        }

        private void describe(Ad ad) {
            adId = ad.id();
            adSystem = ad.adSystem();
            advertiser = ad.advertiser();
            format = Optional.empty();
            duration = Optional.empty();
            creativeUrl = Optional.empty();
            creativeType = Optional.empty();
            bitrate = OptionalInt.empty();
            dimensions = Optional.empty();
            ad.creatives().stream().findFirst().ifPresent(this::describe);
        }

        private void describe(Creative creative) {
            format = Optional.of(creative.kind());
            switch (creative) {
                case Creative.Linear linear -> {
                    duration = linear.duration();
                    linear.chosen().ifPresent(file -> {
                        creativeUrl = Optional.of(file.url());
                        creativeType = Optional.of(file.type());
                        bitrate = file.bitrate();
                        dimensions = size(file.width(), file.height());
                    });
                }
                case Creative.NonLinear overlay -> {
                    duration = overlay.minSuggestedDuration();
                    dimensions = size(overlay.width(), overlay.height());
                    describe(overlay.resources());
                }
                case Creative.Companion companion -> {
                    dimensions = size(companion.width(), companion.height());
                    describe(companion.resources());
                }
            }
        }

        private void describe(List<Resource> resources) {
            resources.stream().filter(r -> r.kind() != Resource.Kind.HTML).findFirst().ifPresent(r -> {
                creativeUrl = Optional.of(r.value());
                creativeType = r.type();
            });
        }

        private static Optional<Dimensions> size(OptionalInt width, OptionalInt height) {
            return width.isPresent() && height.isPresent()
                    ? Optional.of(new Dimensions(width.getAsInt(), height.getAsInt()))
                    : Optional.empty();
        }
    }
}
