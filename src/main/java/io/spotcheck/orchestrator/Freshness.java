package io.spotcheck.orchestrator;

/** Whether an answer may come from the cache. What is fetched anew is kept either way. */
public enum Freshness {
    /** An answer that is kept and alive will do. */
    CACHED_IS_FINE,
    /** The upstream is asked in any case, and its answer takes the place of the one that is kept. */
    FRESH
}
