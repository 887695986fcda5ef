package io.spotcheck.tracking;

import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.resolution.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was done with one beacon.
 *
 * @param beacon    the beacon as declared
 * @param url       the URL after macros
 * @param outcome   what was done
 * @param at        when
 * @param duration  how long it took; zero when nothing was sent
 * @param redirects the exchanges that pointed elsewhere, in order
 * @param exchange  the last exchange, when one was made
 */
public record TrackingEvent(TrackingUrl beacon, String url, Outcome outcome, Instant at, Duration duration,
                            List<Exchange> redirects, Optional<Exchange> exchange) {

    /** Copies the list. */
    public TrackingEvent {
        redirects = List.copyOf(redirects);
    }

    /** What was done with a beacon without redirects. */
    public TrackingEvent(TrackingUrl beacon, String url, Outcome outcome, Instant at, Duration duration,
                         Optional<Exchange> exchange) {
        this(beacon, url, outcome, at, duration, List.of(), exchange);
    }

    /** What was done with a beacon. */
    public enum Outcome {
        /** Only written down; nothing was sent. */
        RECORDED,
        /** Sent, and answered with a status below 400. */
        DELIVERED,
        /** Sent, and not answered, or answered with a status from 400. */
        FAILED
    }

    /** The HTTP status of the answer. */
    public OptionalInt status() {
        return exchange.flatMap(Exchange::response).map(r -> OptionalInt.of(r.status())).orElse(OptionalInt.empty());
    }

    /** Why it failed, in one plain sentence. */
    public Optional<String> error() {
        if (outcome != Outcome.FAILED) {
            return Optional.empty();
        }
        return exchange.flatMap(Exchange::failure).map(Exchange.Failure::message)
                .or(() -> exchange.flatMap(Exchange::response).map(r -> "The server answered " + r.status() + "."));
    }
}
