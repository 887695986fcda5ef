/**
 * Where answers are kept: {@link io.spotcheck.cache.CacheBackend} and the in-process
 * {@link io.spotcheck.cache.MemoryCache}.
 */
@NullMarked
package io.spotcheck.cache;

import org.jspecify.annotations.NullMarked;
