package io.spotcheck.orchestrator;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a listener throws away from the work that it listens to: it is logged, and the work goes on. */
final class GuardedListener<E> implements Consumer<E> {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    private final Consumer<E> listener;

    GuardedListener(Consumer<E> listener) {
        this.listener = listener;
    }

    @Override
    public void accept(E event) {
        try {
            listener.accept(event);
        } catch (RuntimeException | AssertionError | LinkageError fault) {
            LOG.error("a listener failed on {}", event.getClass().getSimpleName(), fault);
        }
    }
}
