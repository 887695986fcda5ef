package io.spotcheck.orchestrator;

import io.spotcheck.ad.AdResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A fetch under way. */
public final class Fetch {

    private final long number;
    private final CompletableFuture<AdResponse> response = new CompletableFuture<>();
    private final Thread thread;

    Fetch(long number, Supplier<AdResponse> work) {
        this.number = number;
        thread = Thread.ofVirtual().name("fetch-" + number).unstarted(() -> {
            try {
                response.complete(work.get());
            } catch (RuntimeException | Error fault) {
                response.completeExceptionally(fault);
            }
        });
    }

    void start() {
        thread.start();
    }

    /** The number of the fetch, as its events carry it. */
    public long number() {
        return number;
    }

    /** The answer, when it is there. Completes also when the fetch is cancelled, with what was found so far. */
    public CompletableFuture<AdResponse> response() {
        return response.copy();
    }

    /** Calls the fetch off. Its answer says {@code CANCELLED} unless it was there already. */
    public void cancel() {
        thread.interrupt();
    }
}
