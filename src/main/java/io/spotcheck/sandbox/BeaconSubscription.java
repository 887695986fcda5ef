package io.spotcheck.sandbox;

/** Ends the listening to beacons when it is closed. */
@FunctionalInterface
public interface BeaconSubscription extends AutoCloseable {
    /** Stops the listening; a second call does nothing. */
    @Override
    void close();
}
