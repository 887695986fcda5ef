package io.spotcheck.orchestrator;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.cache.CacheBackend;
import io.spotcheck.cache.MemoryCache;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.PlayerState;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.TrackContext;
import io.spotcheck.resolution.ResolutionListener;
import io.spotcheck.tracking.FiringTracker;
import io.spotcheck.tracking.Tracker;
import io.spotcheck.tracking.TrackingResult;
import io.spotcheck.transport.HttpTransport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Fetches ads over any protocol, with caching, one budget of time, and tracking. Safe for use by many threads.
 *
 * <p>{@link #fetchAd} never throws for what the network or an answer did: it returns an answer without success, with
 * an error code and the tree of what happened up to there. It throws for mistakes of the caller only.
 */
public final class Orchestrator implements AutoCloseable {

    private final ProtocolHandler handler;
    private final Optional<CacheBackend> cache;
    private final Tracker tracker;
    private final GuardedListener<OrchestratorEvent> listener;
    private final FetchRunner runner;
    private final AtomicLong fetches = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Runnable onClose;

    private Orchestrator(Builder builder) {
        handler = builder.handler;
        Optional<HttpTransport> wire = builder.tracker.isPresent() ? Optional.empty()
                : Optional.of(new HttpTransport());
        tracker = builder.tracker.orElseGet(() -> new FiringTracker(wire.orElseThrow(), Builder.BEACON_TIMEOUT));
        cache = builder.caching ? Optional.of(builder.cache.orElseGet(MemoryCache::new)) : Optional.empty();
        listener = new GuardedListener<>(builder.listener::onEvent);
        onClose = () -> {
            wire.ifPresent(HttpTransport::close);
            builder.onClose.run();
        };
        runner = new FetchRunner(handler, cache.map(c -> new GuardedCache(c, builder.cachePatience)),
                builder.cacheTtl, builder.timeout);
    }

    /** An orchestrator with a {@link MemoryCache} for an hour and a tracker that fires. */
    public Orchestrator(ProtocolHandler handler) {
        this(builder(handler));
    }

    /** An orchestrator with this cache. */
    public Orchestrator(ProtocolHandler handler, CacheBackend cache, boolean enableCaching, Duration cacheTtl) {
        this(builder(handler).cache(cache).enableCaching(enableCaching).cacheTtl(cacheTtl));
    }

    /** Begins an orchestrator over this handler. */
    public static Builder builder(ProtocolHandler handler) {
        return new Builder(handler);
    }

    /**
     * An orchestrator as a YAML or JSON file describes it.
     *
     * @throws ConfigurationException if the file cannot be read or is wrong; it says where
     */
    public static Orchestrator fromConfig(Path file) {
        return OrchestratorConfig.read(file).open();
    }

    /**
     * Fetches an ad. Blocks until the answer is there, at most for the time of this orchestrator. An interrupt calls
     * the fetch off: the answer then says {@code CANCELLED}, and the thread stays interrupted.
     */
    public AdResponse fetchAd(AdRequest request) {
        return fetchAd(request, ResolutionListener.none());
    }

    /** Fetches an ad, and tells each step of the resolution. */
    public AdResponse fetchAd(AdRequest request, ResolutionListener steps) {
        Fetch fetch = start(request, steps);
        CompletableFuture<AdResponse> response = fetch.response();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return response.get();
                } catch (InterruptedException calledOff) {
                    interrupted = true;
                    fetch.cancel();
                } catch (ExecutionException fault) {
                    throw new CompletionException(fault.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Fetches an ad without blocking. */
    public CompletableFuture<AdResponse> fetchAdAsync(AdRequest request) {
        return start(request, ResolutionListener.none()).response();
    }

    /** Begins to fetch an ad; the fetch can be called off. */
    public Fetch start(AdRequest request, ResolutionListener steps) {
        return start(request, Freshness.CACHED_IS_FINE, steps);
    }

    /** Begins to fetch an ad, from the cache or not; the fetch can be called off. */
    public Fetch start(AdRequest request, Freshness freshness, ResolutionListener steps) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(freshness, "freshness");
        Objects.requireNonNull(steps, "steps");
        if (closed.get()) {
            throw new IllegalStateException("the orchestrator is closed");
        }
        long number = fetches.incrementAndGet();
        var fetch = new Fetch(number, () -> {
            var hearer = new GuardedListener<>(steps::onEvent);
            listener.accept(new OrchestratorEvent.FetchStarted(number, request));
            AdResponse response = runner.run(request, freshness, step -> {
                hearer.accept(step);
                listener.accept(new OrchestratorEvent.FetchProgressed(number, step));
            });
            listener.accept(new OrchestratorEvent.FetchFinished(number, response));
            return response;
        });
        fetch.start();
        return fetch;
    }

    /** Tracks an event of all ads of an answer: every URL of that event, from every hop, side by side. */
    public TrackingResult trackEvent(String event, AdResponse response) {
        return trackEvent(event, response, OptionalInt.empty(), MacroValues.none());
    }

    /**
     * Tracks an event.
     *
     * @param event    the event, such as {@code impression}
     * @param response the answer whose ads declare it
     * @param adIndex  the ad that it is about, from 0; all ads when empty
     * @param macros   values for macros that the player knows
     */
    public TrackingResult trackEvent(String event, AdResponse response, OptionalInt adIndex, MacroValues macros) {
        Objects.requireNonNull(event, "event");
        TrackingResult result = handler.track(event, response, new TrackContext(tracker, macros, adIndex));
        result.events().forEach(e -> listener.accept(new OrchestratorEvent.BeaconTracked(e)));
        return result;
    }

    /**
     * Tracks an event.
     *
     * @param event    the event, such as {@code impression}
     * @param response the answer whose ads declare it
     * @param adIndex  the ad that it is about, from 0; all ads when empty
     * @param player   what the player knows at this moment
     */
    public TrackingResult trackEvent(String event, AdResponse response, OptionalInt adIndex, PlayerState player) {
        return trackEvent(event, response, adIndex, player.macros());
    }

    /** The cache, when caching is on. */
    public Optional<CacheBackend> cache() {
        return cache;
    }

    /** Whether tracking sends beacons, rather than only recording them. */
    public boolean fires() {
        return tracker.fires();
    }

    /** Ends all use: no fetch begins any more, and connections are released. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            onClose.run();
        }
    }

    /** Collects the parts of an {@link Orchestrator}. Each method sets one part and returns the builder. */
    public static final class Builder {

        private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);
        static final Duration BEACON_TIMEOUT = Duration.ofSeconds(5);

        private final ProtocolHandler handler;
        private Optional<CacheBackend> cache = Optional.empty();
        private Optional<Tracker> tracker = Optional.empty();
        private boolean caching = true;
        private Duration cacheTtl = Duration.ofHours(1);
        private Duration cachePatience = Duration.ofMillis(250);
        private Duration timeout = Duration.ofSeconds(10);
        private OrchestratorListener listener = OrchestratorListener.none();
        private Runnable onClose = () -> { };

        private Builder(ProtocolHandler handler) {
            this.handler = Objects.requireNonNull(handler, "handler");
        }

        /** Where answers are kept; a {@link MemoryCache} of its own unless told otherwise. */
        public Builder cache(CacheBackend value) {
            cache = Optional.of(value);
            return this;
        }

        /** Whether answers are kept at all; yes unless told otherwise. */
        public Builder enableCaching(boolean value) {
            caching = value;
            return this;
        }

        /** How long an answer is kept at most, an hour unless told otherwise; more than zero. */
        public Builder cacheTtl(Duration value) {
            cacheTtl = positive(value, "cacheTtl");
            return this;
        }

        /** How long the cache is waited for, 250 ms unless told otherwise; more than zero. */
        public Builder cachePatience(Duration value) {
            cachePatience = positive(value, "cachePatience");
            return this;
        }

        /** The time for the whole of one fetch, 10 s unless told otherwise; more than zero, a day at most. */
        public Builder timeout(Duration value) {
            if (value.compareTo(LONGEST_TIMEOUT) > 0) {
                throw new IllegalArgumentException("a fetch takes a day at most, not " + value);
            }
            timeout = positive(value, "timeout");
            return this;
        }

        /** What is done with beacons; they are fired over HTTP unless told otherwise. */
        public Builder tracker(Tracker value) {
            tracker = Optional.of(value);
            return this;
        }

        /** Who hears what happens. */
        public Builder listener(OrchestratorListener value) {
            listener = value;
            return this;
        }

        /** What is released when the orchestrator is closed. */
        public Builder onClose(Runnable value) {
            onClose = value;
            return this;
        }

        /** The orchestrator. */
        public Orchestrator build() {
            return new Orchestrator(this);
        }

        private static Duration positive(Duration value, String name) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException(name + " must be more than zero");
            }
            return value;
        }
    }
}
