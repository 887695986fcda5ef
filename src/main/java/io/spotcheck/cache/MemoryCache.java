package io.spotcheck.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.spotcheck.ad.AdResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A cache in this process's memory. The least useful entries leave when it is full. */
public final class MemoryCache implements InspectableCache {

    /** How many entries a cache holds unless told otherwise. */
    public static final long DEFAULT_MAX_ENTRIES = 1_000;

    private final Cache<String, Kept> entries;
    private final AtomicLong stored = new AtomicLong();

    /** A cache of up to {@value #DEFAULT_MAX_ENTRIES} entries. */
    public MemoryCache() {
        this(DEFAULT_MAX_ENTRIES);
    }

    /**
     * A cache of up to this many entries.
     *
     * @param maxEntries at least 1
     */
    public MemoryCache(long maxEntries) {
        this(maxEntries, Ticker.systemTicker());
    }

    MemoryCache(long maxEntries, Ticker ticker) {
        if (maxEntries < 1) {
            throw new IllegalArgumentException("a cache holds at least one entry, not " + maxEntries);
        }
        entries = Caffeine.newBuilder()
                .maximumSize(maxEntries)
                .ticker(ticker)
                .expireAfter(Expiry.writing((String key, Kept kept) -> kept.lifetime))
                .build();
    }

    @Override
    public Optional<AdResponse> get(String key) {
        Kept kept = entries.getIfPresent(key);
        if (kept == null) {
            return Optional.empty();
        }
        kept.hits.incrementAndGet();
        return Optional.of(kept.value);
    }

    @Override
    public void set(String key, AdResponse value, Duration ttl) {
        if (ttl.isNegative() || ttl.isZero()) {
            throw new IllegalArgumentException("an entry lives longer than " + ttl);
        }
        entries.put(key, new Kept(value, Instant.now(), ttl, stored.incrementAndGet(), new AtomicLong()));
    }

    @Override
    public List<CacheEntry> entries() {
        entries.cleanUp();
        return entries.asMap().entrySet().stream()
                // Not by the clock: it may stand still between two entries, or be set back.
                .sorted(Comparator.comparingLong((Map.Entry<String, Kept> e) -> e.getValue().order).reversed())
                .map(e -> new CacheEntry(e.getKey(), e.getValue().value, e.getValue().storedAt,
                        e.getValue().lifetime, e.getValue().hits.get()))
                .toList();
    }

    @Override
    public void drop(String key) {
        entries.invalidate(key);
    }

    @Override
    public void clear() {
        entries.invalidateAll();
    }

    private record Kept(AdResponse value, Instant storedAt, Duration lifetime, long order, AtomicLong hits) {
    }
}
