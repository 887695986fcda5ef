package io.spotcheck.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Does several things side by side, each on a virtual thread of its own, and tells what came of them in their order.
 *
 * <p>An interrupt of the caller calls all of them off: those that run are interrupted, and say in their result what
 * came of that; those that still wait for a place are not begun. Either way there is a result for each, no thread is
 * left behind, and the caller's thread stays interrupted.
 */
public final class SideBySide {

    private SideBySide() {
    }

    /**
     * Does all of it at once.
     *
     * @param things what there is to do
     * @param work   does one of them; it heeds an interrupt
     * @throws IllegalStateException if the work throws, with what it threw as its cause
     */
    public static <T, R> List<R> all(List<T> things, Function<? super T, ? extends R> work) {
        return run(things, work);
    }

    /**
     * Does so much of it at a time.
     *
     * @param atOnce    how many at a time, from 1
     * @param things    what there is to do
     * @param work      does one of them; it heeds an interrupt
     * @param calledOff what is said of one that was called off before it began
     * @throws IllegalStateException if the work throws, with what it threw as its cause
     */
    public static <T, R> List<R> some(int atOnce, List<T> things, Function<? super T, ? extends R> work,
                                      Function<? super T, ? extends R> calledOff) {
        var places = new Semaphore(atOnce);
        return run(things, thing -> {
            try {
                places.acquire();
            } catch (InterruptedException noMore) {
                Thread.currentThread().interrupt();
                return calledOff.apply(thing);
            }
            try {
                return work.apply(thing);
            } finally {
                places.release();
            }
        });
    }

    private static <T, R> List<R> run(List<T> things, Function<? super T, ? extends R> work) {
        boolean interrupted = false;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<R>>(things.size());
            things.forEach(thing -> running.add(threads.submit(() -> work.apply(thing))));
            var results = new ArrayList<R>(things.size());
            while (results.size() < running.size()) {
                try {
                    results.add(running.get(results.size()).get());
                } catch (InterruptedException calledOff) {
                    interrupted = true;
                    threads.shutdownNow();
                }
            }
            return results;
        } catch (ExecutionException fault) {
            throw new IllegalStateException("one of several things done side by side failed", fault.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
