package io.spotcheck.suite;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A run under way. */
public final class SuiteRun {

    private final CompletableFuture<SuiteResult> result;
    private final List<Thread> threads;

    SuiteRun(CompletableFuture<SuiteResult> result, List<Thread> threads) {
        this.result = result;
        this.threads = threads;
    }

    /** The result, when all profiles have ended. Completes also when the run is called off. */
    public CompletableFuture<SuiteResult> result() {
        return result.copy();
    }

    /** Calls the run off: what has not ended yet ends as {@link ProfileResult.Outcome#CANCELLED}. */
    public void cancel() {
        threads.forEach(Thread::interrupt);
    }
}
