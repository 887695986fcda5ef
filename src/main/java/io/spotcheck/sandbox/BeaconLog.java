package io.spotcheck.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the latest beacons in the order they arrived, and tells listeners of each. */
final class BeaconLog {
    private static final Logger LOG = LoggerFactory.getLogger(BeaconLog.class);

    private final int capacity;
    private final Deque<ReceivedBeacon> beacons = new ArrayDeque<>();
    private final List<Consumer<ReceivedBeacon>> listeners = new CopyOnWriteArrayList<>();

    /** Makes a log of that many beacons; one more drops the oldest. */
    BeaconLog(int capacity) {
        this.capacity = capacity;
    }

    void add(ReceivedBeacon beacon) {
        synchronized (beacons) {
            if (beacons.size() == capacity) {
                beacons.removeFirst();
            }
            beacons.addLast(beacon);
        }
        for (Consumer<ReceivedBeacon> listener : listeners) {
            tell(listener, beacon);
        }
    }

    List<ReceivedBeacon> all() {
        synchronized (beacons) {
            return List.copyOf(beacons);
        }
    }

    void clear() {
        synchronized (beacons) {
            beacons.clear();
        }
    }

    BeaconSubscription onBeacon(Consumer<ReceivedBeacon> listener) {
        // Wrapped, so that the same listener added twice is removed once by each of its subscriptions.
        Consumer<ReceivedBeacon> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    private static void tell(Consumer<ReceivedBeacon> listener, ReceivedBeacon beacon) {
        try {
            listener.accept(beacon);
        } catch (RuntimeException failure) {
            // The beacon is recorded and its sender is answered, whatever a listener makes of it.
            LOG.warn("A listener failed on the beacon {}", beacon.path(), failure);
        }
    }
}
