package io.spotcheck.tracking;

import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Headers;
import io.spotcheck.transport.Cookies;
import io.spotcheck.transport.Transport;
import io.spotcheck.transport.TransportRequest;
import io.spotcheck.upstream.Deadline;
import io.spotcheck.upstream.Redirects;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A tracker that sends every beacon over a transport. Redirects are followed as a player does, because counting is
 * often done behind one; cookies go along with them and no further. The answer's body is not kept beyond 64 KiB.
 */
public final class FiringTracker implements Tracker {

    private static final long LARGEST_ANSWER = 64 << 10;
    private static final int FIRST_ERROR_STATUS = 400;
    private static final int MOST_REDIRECTS = 10;
    private static final Set<Exchange.FailureKind> BODY_FAILURES = EnumSet.of(Exchange.FailureKind.TOO_LARGE,
            Exchange.FailureKind.MALFORMED, Exchange.FailureKind.UNSUPPORTED);
    private static final Duration SHORTEST = Duration.ofNanos(1);

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
        return track(BeaconCall.of(beacon, url));
    }

    @Override
    public TrackingEvent track(BeaconCall call) {
        String url = call.url().after();
        Instant at = Instant.now();
        Deadline deadline = Deadline.in(timeout);
        var redirects = new ArrayList<Exchange>();
        var cookies = new Cookies();
        Exchange exchange = send(url, call.headers(), cookies, timeout);
        Optional<String> target = next(exchange);
        while (target.isPresent() && redirects.size() < MOST_REDIRECTS && !deadline.hasPassed()) {
            redirects.add(exchange);
            exchange = send(target.get(), call.headers(), cookies, deadline.remainingAtMost(timeout));
            target = next(exchange);
        }
        Duration took = timeout.minus(deadline.remaining());
        var outcome = isDelivered(exchange) && target.isEmpty()
                ? TrackingEvent.Outcome.DELIVERED : TrackingEvent.Outcome.FAILED;
        return new TrackingEvent(call.beacon(), url, outcome, at, took, redirects, Optional.of(exchange), call.url());
    }

    /** Where the beacon has to go from here; an answer that leads off the network has gone far enough. */
    private static Optional<String> next(Exchange exchange) {
        return Redirects.target(exchange).filter(to -> !Redirects.leavesTheNetwork(exchange.request().url(), to));
    }

    private Exchange send(String url, Headers headers, Cookies cookies, Duration time) {
        Headers all = cookies.header(url, Optional.empty()).map(value -> headers.with("Cookie", value)).orElse(headers);
        Exchange exchange = transport.exchange(new TransportRequest("GET", url, all, Body.empty(),
                time.isPositive() ? time : SHORTEST, LARGEST_ANSWER));
        cookies.receive(exchange);
        return exchange;
    }

    @Override
    public boolean fires() {
        return true;
    }

    private static boolean isDelivered(Exchange exchange) {
        // The beacon has arrived when the server answers at all; what its body is like is its own affair.
        boolean arrived = exchange.failure().map(Exchange.Failure::kind).map(BODY_FAILURES::contains).orElse(true);
        return arrived
                && exchange.response().filter(r -> r.status() < FIRST_ERROR_STATUS).isPresent();
    }
}
