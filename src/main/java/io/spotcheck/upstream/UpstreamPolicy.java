package io.spotcheck.upstream;

import java.time.Duration;
import java.util.Objects;

/**
 * The limits within which an upstream is asked.
 *
 * @param hopTimeout   the time for one document with all its redirects, more than zero
 * @param maxRedirects how many redirects one document may take, from 0
 * @param maxBodyBytes the largest answer in bytes after decompression, at least 1
 */
public record UpstreamPolicy(Duration hopTimeout, int maxRedirects, long maxBodyBytes) {

    private static final UpstreamPolicy DEFAULT = new UpstreamPolicy(Duration.ofSeconds(5), 10, 5L << 20);

    /** Checks the limits. */
    public UpstreamPolicy {
        Objects.requireNonNull(hopTimeout, "hopTimeout");
        if (hopTimeout.isNegative() || hopTimeout.isZero()) {
            throw new IllegalArgumentException("the time for a hop must be more than zero");
        }
        if (maxRedirects < 0) {
            throw new IllegalArgumentException("the number of redirects cannot be negative");
        }
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("the largest answer must be at least one byte");
        }
    }

    /** 5 s for a hop, 10 redirects, 5 MiB. */
    public static UpstreamPolicy standard() {
        return DEFAULT;
    }

    /** This policy with another time for a hop. */
    public UpstreamPolicy withHopTimeout(Duration time) {
        return new UpstreamPolicy(time, maxRedirects, maxBodyBytes);
    }

    /** This policy with another number of redirects. */
    public UpstreamPolicy withMaxRedirects(int number) {
        return new UpstreamPolicy(hopTimeout, number, maxBodyBytes);
    }

    /** This policy with another largest answer. */
    public UpstreamPolicy withMaxBodyBytes(long bytes) {
        return new UpstreamPolicy(hopTimeout, maxRedirects, bytes);
    }
}
