package io.spotcheck.tracking;

import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.transport.Transport;
import io.spotcheck.transport.TransportRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A tracker that sends every beacon over a transport. The answer's body is not kept beyond 64 KiB. */
public final class FiringTracker implements Tracker {

    private static final long LARGEST_ANSWER = 64 << 10;
    private static final int FIRST_ERROR_STATUS = 400;

    private final Transport transport;
    private final Duration timeout;

    /**
     * A tracker over this transport.
     *
     * @param timeout the time for one beacon, more than zero
     */
    public FiringTracker(Transport transport, Duration timeout) {
        this.transport = transport;
        this.timeout = timeout;
    }

    @Override
    public TrackingEvent track(TrackingUrl beacon, String url) {
        Instant at = Instant.now();
        Exchange exchange = transport.exchange(TransportRequest.get(url, timeout, LARGEST_ANSWER));
        var outcome = isDelivered(exchange) ? TrackingEvent.Outcome.DELIVERED : TrackingEvent.Outcome.FAILED;
        return new TrackingEvent(beacon, url, outcome, at, exchange.duration(), Optional.of(exchange));
    }

    @Override
    public boolean fires() {
        return true;
    }

    private static boolean isDelivered(Exchange exchange) {
        // The beacon has arrived when the server answers at all; a large answer is its own affair.
        boolean tooLarge = exchange.failure().filter(f -> f.kind() == Exchange.FailureKind.TOO_LARGE).isPresent();
        return (exchange.failure().isEmpty() || tooLarge)
                && exchange.response().filter(r -> r.status() < FIRST_ERROR_STATUS).isPresent();
    }
}
