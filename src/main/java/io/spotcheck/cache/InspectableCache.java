package io.spotcheck.cache;

import java.util.List;

/** A cache whose entries can be listed and dropped. Looking at an entry does not count as a hit. */
public interface InspectableCache extends CacheBackend {

    /** The entries that are alive, the newest first. */
    List<CacheEntry> entries();

    /** Drops one entry, if it is there. */
    void drop(String key);

    /** Drops all entries. */
    void clear();
}
