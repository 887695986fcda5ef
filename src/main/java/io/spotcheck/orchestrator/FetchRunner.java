package io.spotcheck.orchestrator;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.ProtocolHandler;
import io.spotcheck.protocol.RequestValidation;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.Resolution;
import io.spotcheck.resolution.ResolutionListener;
import io.spotcheck.resolution.ResolutionRecorder;
import io.spotcheck.resolution.Status;
import io.spotcheck.upstream.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one fetch from validation over the cache to the handler. Identical fetches at the same time make one upstream
 * call: the first asks, the others wait for its answer.
 */
final class FetchRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FetchRunner.class);
    /**
     * A handler keeps the time itself, and then still has to say whom to tell; this much later it is left behind, and
     * what it had to say is lost.
     */
    private static final Duration LAST_WORDS = Duration.ofMillis(250);
    /** What an answer that came at the last moment has left to get into the cache. */
    private static final Duration GRACE = Duration.ofMillis(60);

    private final ProtocolHandler handler;
    private final Optional<GuardedCache> cache;
    private final Duration cacheTtl;
    private final Duration timeout;
    private final ConcurrentHashMap<String, CompletableFuture<AdResponse>> flights = new ConcurrentHashMap<>();

    FetchRunner(ProtocolHandler handler, Optional<GuardedCache> cache, Duration cacheTtl, Duration timeout) {
        this.handler = handler;
        this.cache = cache;
        this.cacheTtl = cacheTtl;
        this.timeout = timeout;
    }

    AdResponse run(AdRequest request, Freshness freshness, ResolutionListener listener) {
        var run = new Run(request, freshness, new ResolutionRecorder(request.slotId(), listener),
                Deadline.in(timeout));
        try {
            return run.answer();
        } catch (InterruptedException calledOff) {
            return run.failed(ErrorCode.CANCELLED, "The fetch was called off.");
        }
    }

    /** One fetch. */
    private final class Run {

        private final AdRequest request;
        private final Freshness freshness;
        private final ResolutionRecorder recorder;
        private final Deadline deadline;

        private Run(AdRequest request, Freshness freshness, ResolutionRecorder recorder, Deadline deadline) {
            this.request = request;
            this.freshness = freshness;
            this.recorder = recorder;
            this.deadline = deadline;
        }

        private AdResponse answer() throws InterruptedException {
            RequestValidation validation = handler.validateRequest(request);
            validation.findings().forEach(recorder.root()::finding);
            if (!validation.isValid()) {
                return failed(ErrorCode.INVALID_REQUEST, validation.message());
            }
            return cache.isPresent() ? throughCache(cache.get()) : finish(handle());
        }

        /** The first of identical fetches looks into the cache and asks; the others wait for what it finds. */
        private AdResponse throughCache(GuardedCache kept) throws InterruptedException {
            String key = CacheKey.of(handler, request);
            OpenNode lookup = recorder.root().open(NodeKind.CACHE, key);
            var mine = new CompletableFuture<AdResponse>();
            while (true) {
                CompletableFuture<AdResponse> flight = flights.putIfAbsent(key, mine);
                if (flight == null) {
                    return lead(kept, key, lookup, mine);
                }
                Optional<AdResponse> shared = join(flight);
                if (shared.isPresent()) {
                    return reuse(shared.get(), lookup, key, "Shared with an identical request at the same time.");
                }
                if (deadline.hasPassed()) {
                    return failed(ErrorCode.TIMEOUT, timeUsedUp());
                }
            }
        }

        private AdResponse lead(GuardedCache kept, String key, OpenNode lookup, CompletableFuture<AdResponse> flight)
                throws InterruptedException {
            try {
                Optional<AdResponse> hit = freshness == Freshness.FRESH ? Optional.empty()
                        : kept.get(key, deadline.remaining(), lookup::finding);
                if (hit.isPresent()) {
                    AdResponse reused = reuse(hit.get(), lookup, key, "Found in the cache.");
                    flight.complete(hit.get());
                    return reused;
                }
                lookup.succeed(freshness == Freshness.FRESH ? "Not looked for: a fresh answer is wanted."
                        : "Not in the cache.");
                AdResponse handled = handle();
                if (handled.success()) {
                    keep(handled, kept, key, lookup);
                }
                AdResponse finished = finish(handled);
                flights.remove(key, flight);
                flight.complete(finished);
                return finished;
            } finally {
                flights.remove(key, flight);
                // Whoever still waits after a fault or a cancellation asks for itself.
                flight.cancel(false);
            }
        }

        private void keep(AdResponse handled, GuardedCache kept, String key, OpenNode lookup)
                throws InterruptedException {
            Duration ttl = handled.cacheableFor().filter(d -> d.compareTo(cacheTtl) < 0).orElse(cacheTtl);
            if (!ttl.isZero() && !ttl.isNegative()) {
                lookup.fact("ttl", ttl.toSeconds() + " s");
                recorder.root().succeed();
                kept.set(key, finish(handled, recorder.snapshot()), ttl, atLeast(deadline.remaining()),
                        lookup::finding);
            }
        }

        private Optional<AdResponse> join(CompletableFuture<AdResponse> flight) throws InterruptedException {
            try {
                AdResponse shared = flight.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
                boolean calledOff = shared.errorCode().filter(ErrorCode.CANCELLED::equals).isPresent();
                return calledOff ? Optional.empty() : Optional.of(shared);
            } catch (TimeoutException | ExecutionException | CancellationException notShared) {
                return Optional.empty();
            }
        }

        /** Lets the handler work, and leaves it behind when it neither keeps the time nor heeds an interrupt. */
        private AdResponse handle() throws InterruptedException {
            var context = new FetchContext(recorder.root(), deadline);
            var task = new FutureTask<>(() ->
                    Objects.requireNonNull(handler.fetch(request, context), "the handler gave no answer"));
            Thread worker = Thread.ofVirtual().name("handler").start(task);
            try {
                return task.get(deadline.remaining().plus(LAST_WORDS).toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                worker.interrupt();
                return failure(ErrorCode.TIMEOUT, timeUsedUp());
            } catch (ExecutionException fault) {
                LOG.error("the {} handler failed", handler.protocol(), fault.getCause());
                return failure(ErrorCode.INTERNAL, "The " + handler.protocol() + " handler failed: "
                        + fault.getCause());
            } catch (InterruptedException calledOff) {
                worker.interrupt();
                return settle(task).orElseThrow(() -> calledOff);
            }
        }

        /** What a handler that was called off still has to say, if it says it at once. */
        private Optional<AdResponse> settle(FutureTask<AdResponse> task) throws InterruptedException {
            try {
                return Optional.of(task.get(LAST_WORDS.toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException | ExecutionException silent) {
                return Optional.empty();
            }
        }

        private AdResponse failure(ErrorCode code, String message) {
            return AdResponse.failed(request.slotId(), AdError.of(code, message, recorder.root().id()))
                    .resolutionChain(askedSoFar()).build();
        }

        /** The documents that were asked for; a handler that is left behind does not say. */
        private List<String> askedSoFar() {
            return recorder.snapshot().nodes()
                    .filter(n -> n.kind() == NodeKind.DOCUMENT)
                    .filter(n -> n.exchange().isPresent() || n.status() == Status.RUNNING)
                    .map(Node::label).toList();
        }

        private AdResponse failed(ErrorCode code, String message) {
            return finish(failure(code, message));
        }

        /** Closes the tree and puts it into the answer. */
        private AdResponse finish(AdResponse handled) {
            if (handled.success()) {
                recorder.root().succeed();
            } else {
                recorder.root().fail(handled.error().orElse("No ad."));
            }
            return finish(handled, recorder.seal(handled.error().orElse("Not finished.")));
        }

        private AdResponse finish(AdResponse handled, Resolution resolution) {
            return handled.toBuilder()
                    .protocol(handler.protocolOf(handled))
                    .resolution(resolution)
                    .cached(false)
                    .resolutionTimeMs(resolution.duration().toMillis())
                    .build();
        }

        /**
         * An earlier answer. The look into the cache is what happened now; the tree of the earlier resolution hangs
         * below it as it was, with the times that it had then.
         */
        private AdResponse reuse(AdResponse earlier, OpenNode lookup, String key, String why) {
            lookup.succeed(why);
            recorder.root().succeed();
            Resolution now = recorder.seal("Not finished.");
            Resolution then = earlier.resolution();
            int unused = then.nodes().mapToInt(Node::id).max().orElse(0) + 1;
            Node look = now.root().children().getFirst();
            List<Node> kept = then.root().children().stream().filter(n -> n.kind() != NodeKind.CACHE).toList();
            var hit = new Node(unused, NodeKind.CACHE, key, look.status(), look.timing(), Optional.empty(),
                    Optional.empty(), Optional.empty(), look.reason(), look.findings(), look.facts(), kept);
            Node root = then.root();
            var tree = new Node(root.id(), root.kind(), root.label(), earlier.success() ? Status.OK : Status.ERROR,
                    now.root().timing(), root.exchange(), root.source(), root.location(), root.reason(),
                    root.findings(), root.facts(), List.of(hit));
            return earlier.toBuilder()
                    .resolution(new Resolution(tree, now.startedAt(), now.duration()))
                    .cached(earlier.success())
                    .resolutionTimeMs(now.duration().toMillis())
                    .build();
        }

        private String timeUsedUp() {
            return "The time of " + timeout.toMillis() + " ms was used up.";
        }

        private static Duration atLeast(Duration left) {
            return left.compareTo(GRACE) < 0 ? GRACE : left;
        }
    }
}
