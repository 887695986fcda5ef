package io.spotcheck.cache;

import io.spotcheck.ad.AdResponse;
import java.time.Duration;
import java.time.Instant;

/**
 * What a cache holds under one key, for a person to look at.
 *
 * @param key      what it is found by
 * @param value    the answer
 * @param storedAt when it was kept
 * @param lifetime how long it lives from then on
 * @param hits     how often it was found
 */
public record CacheEntry(String key, AdResponse value, Instant storedAt, Duration lifetime, long hits) {

    /** How long it has been kept. */
    public Duration age(Instant now) {
        return Duration.between(storedAt, now);
    }

    /** How long it still lives; zero when it is over. */
    public Duration lifeLeft(Instant now) {
        Duration left = lifetime.minus(age(now));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
