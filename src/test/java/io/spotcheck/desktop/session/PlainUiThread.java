package io.spotcheck.desktop.session;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A thread that stands in for JavaFX's, so that models are tested without a toolkit. */
public final class PlainUiThread implements UiThread, AutoCloseable {

    private final ExecutorService executor;
    private volatile Thread thread = Thread.currentThread();

    public PlainUiThread() {
        executor = Executors.newSingleThreadExecutor(work -> {
            thread = Thread.ofPlatform().name("plain-ui").unstarted(work);
            return thread;
        });
        call(() -> true);
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** After its end, work is dropped: as JavaFX drops what comes when its toolkit is gone. */
    @Override
    public void execute(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException ended) {
            if (!executor.isShutdown()) {
                throw ended;
            }
        }
    }

    public <T> T call(Callable<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.call();
            } catch (Exception failed) {
                throw new CompletionException(failed);
            }
        }, executor).join();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
