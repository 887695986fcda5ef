package io.spotcheck.resolution;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes a resolution down while it happens. Many threads may write side by side; after {@link #seal} nothing is
 * written any more, so that a part that comes too late cannot change an answer already given.
 */
public final class ResolutionRecorder {

    final ReentrantLock lock = new ReentrantLock();
    private final Instant startedAt = Instant.now();
    private final long startedNanos = System.nanoTime();
    private final ResolutionListener listener;
    private final OpenNode root;
    private int nextId;
    private Optional<Resolution> sealed = Optional.empty();

    /**
     * Begins a resolution.
     *
     * @param label    the label of the root
     * @param listener hears each step
     */
    public ResolutionRecorder(String label, ResolutionListener listener) {
        this.listener = listener;
        lock.lock();
        try {
            root = new OpenNode(this, nextId++, NodeKind.REQUEST, label, elapsed());
            listener.onEvent(new ResolutionEvent.Opened(OptionalInt.empty(), root.withoutChildren()));
        } finally {
            lock.unlock();
        }
    }

    /** The root, of kind {@link NodeKind#REQUEST}. */
    public OpenNode root() {
        return root;
    }

    /** The time since the beginning. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** The resolution as it is now; what is still running keeps {@link Status#RUNNING}. */
    public Resolution snapshot() {
        lock.lock();
        try {
            return sealed.orElseGet(() -> new Resolution(root.freeze(), startedAt, elapsed()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends the resolution: what is still running becomes an error with this reason, and nothing is written any more.
     *
     * @param unfinished why something can still be running
     */
    public Resolution seal(String unfinished) {
        lock.lock();
        try {
            if (sealed.isEmpty()) {
                root.closeRunning(unfinished);
                sealed = Optional.of(snapshot());
            }
            return sealed.get();
        } finally {
            lock.unlock();
        }
    }

    OpenNode open(OpenNode parent, NodeKind kind, String label) {
        lock.lock();
        try {
            var node = new OpenNode(this, nextId++, kind, label, elapsed());
            if (sealed.isEmpty()) {
                parent.add(node);
                listener.onEvent(new ResolutionEvent.Opened(OptionalInt.of(parent.id()), node.withoutChildren()));
            }
            return node;
        } finally {
            lock.unlock();
        }
    }

    void write(OpenNode node, Runnable change, boolean closes) {
        lock.lock();
        try {
            if (sealed.isEmpty()) {
                change.run();
                Node now = node.withoutChildren();
                listener.onEvent(closes ? new ResolutionEvent.Closed(now) : new ResolutionEvent.Changed(now));
            }
        } finally {
            lock.unlock();
        }
    }
}
