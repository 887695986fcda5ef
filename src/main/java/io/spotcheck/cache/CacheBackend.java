package io.spotcheck.cache;

import io.spotcheck.ad.AdResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Where answers are kept. Safe for use by many threads. A backend may throw or be slow: the orchestrator then goes on
 * without it and says so in a finding.
 */
public interface CacheBackend {

    /** The answer kept under a key, if it is still alive. */
    Optional<AdResponse> get(String key);

    /**
     * Keeps an answer.
     *
     * @param key   what it is found by
     * @param value the answer
     * @param ttl   how long it lives, more than zero
     */
    void set(String key, AdResponse value, Duration ttl);
}
