package io.spotcheck.orchestrator;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.cache.CacheBackend;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A cache that may throw or hang: what goes wrong becomes a finding, and the fetch goes on without it. */
final class GuardedCache {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedCache.class);

    private static final int SHARE = 5;

    private final CacheBackend backend;
    private final Duration patience;

    GuardedCache(CacheBackend backend, Duration patience) {
        this.backend = backend;
        this.patience = patience;
    }

    Optional<AdResponse> get(String key, Duration timeLeft, Consumer<Finding> findings) throws InterruptedException {
        return call("read", () -> backend.get(key), timeLeft, findings).orElse(Optional.empty());
    }

    void set(String key, AdResponse value, Duration ttl, Duration timeLeft, Consumer<Finding> findings)
            throws InterruptedException {
        call("written", () -> {
            backend.set(key, value, ttl);
            return Boolean.TRUE;
        }, timeLeft, findings);
    }

    private <T> Optional<T> call(String what, Callable<T> work, Duration timeLeft, Consumer<Finding> findings)
            throws InterruptedException {
        // Most of the time belongs to the ad, however slow the cache is.
        Duration share = timeLeft.dividedBy(SHARE);
        Duration limit = share.compareTo(patience) < 0 ? share : patience;
        var task = new FutureTask<>(work);
        Thread.ofVirtual().name("cache").start(task);
        try {
            return Optional.of(task.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException tooSlow) {
            task.cancel(true);
            findings.accept(Finding.of("CACHE-TIMEOUT", Severity.WARNING,
                    "The cache could not be " + what + " within " + limit.toMillis() + " ms."));
        } catch (ExecutionException failed) {
            LOG.debug("the cache could not be {}", what, failed.getCause());
            findings.accept(Finding.of("CACHE-FAILED", Severity.WARNING,
                    "The cache could not be " + what + ": " + describe(failed.getCause())));
        } catch (InterruptedException calledOff) {
            task.cancel(true);
            throw calledOff;
        }
        return Optional.empty();
    }

    private static String describe(Throwable fault) {
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }
}
