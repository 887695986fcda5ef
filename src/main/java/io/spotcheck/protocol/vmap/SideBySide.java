package io.spotcheck.protocol.vmap;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.protocol.vmap.document.VmapBreak;
import io.spotcheck.resolution.OpenNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;

/** Resolves breaks side by side on virtual threads, so many at a time, and tells of them in their order. */
final class SideBySide {

    private final Semaphore places;

    SideBySide(int atOnce) {
        places = new Semaphore(atOnce);
    }

    /**
     * Resolves all breaks. An interrupt calls off those that are not done; the thread stays interrupted.
     *
     * @param nodes their nodes, in the same order
     */
    List<BreakResolver.Outcome> run(List<VmapBreak> breaks, List<OpenNode> nodes,
                                    BiFunction<VmapBreak, OpenNode, BreakResolver.Outcome> resolve) {
        boolean interrupted = false;
        var outcomes = new ArrayList<BreakResolver.Outcome>(breaks.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<BreakResolver.Outcome>>(breaks.size());
            for (int i = 0; i < breaks.size(); i++) {
                VmapBreak each = breaks.get(i);
                OpenNode node = nodes.get(i);
                running.add(threads.submit(() -> inItsTurn(each, node, resolve)));
            }
            while (outcomes.size() < running.size()) {
                try {
                    outcomes.add(running.get(outcomes.size()).get());
                } catch (InterruptedException calledOff) {
                    interrupted = true;
                    // Those that run heed the interrupt, and say so in their outcome.
                    threads.shutdownNow();
                }
            }
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a break could not be resolved", fault.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return outcomes;
    }

    private BreakResolver.Outcome inItsTurn(VmapBreak each, OpenNode node,
                                            BiFunction<VmapBreak, OpenNode, BreakResolver.Outcome> resolve) {
        try {
            places.acquire();
        } catch (InterruptedException calledOff) {
            var error = AdError.of(ErrorCode.CANCELLED, "The fetch was called off.", node.id());
            node.fail(error.message());
            return BreakResolver.Outcome.failed(error);
        }
        try {
            return resolve.apply(each, node);
        } finally {
            places.release();
        }
    }
}
