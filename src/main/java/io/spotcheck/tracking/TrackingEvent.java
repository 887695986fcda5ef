package io.spotcheck.tracking;

import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroFindings;
import io.spotcheck.macro.Substitution;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import io.spotcheck.upstream.Redirects;
import io.spotcheck.upstream.WireFindings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param macros    the URL before and after macros, and what became of each of them
 */
public record TrackingEvent(TrackingUrl beacon, String url, Outcome outcome, Instant at, Duration duration,
                            List<Exchange> redirects, Optional<Exchange> exchange, Substitution macros) {

    /** Checks that nothing is missing and copies the list. */
    public TrackingEvent {
        Objects.requireNonNull(macros, "macros");
        redirects = List.copyOf(redirects);
    }

    /** What was done with a beacon of whose macros nothing more is known. */
    public TrackingEvent(TrackingUrl beacon, String url, Outcome outcome, Instant at, Duration duration,
                         List<Exchange> redirects, Optional<Exchange> exchange) {
        this(beacon, url, outcome, at, duration, redirects, exchange, assumed(beacon, url));
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

    /** The URL of a beacon before and after macros, when nothing more is known of them. */
    static Substitution assumed(TrackingUrl beacon, String url) {
        return new Substitution(beacon.url(), url, Map.of(), List.of());
    }

    /** This event, with what became of the URL's macros. */
    public TrackingEvent withMacros(Substitution done) {
        return new TrackingEvent(beacon, url, outcome, at, duration, redirects, exchange, done);
    }

    /** What a person should know of the beacon's URL: its macros, and what the wire made of it. */
    public List<Finding> findings() {
        var findings = new ArrayList<>(MacroFindings.of(macros));
        redirects.forEach(redirect -> findings.addAll(WireFindings.of(redirect)));
        exchange.ifPresent(last -> {
            findings.addAll(WireFindings.of(last));
            Redirects.flaw(last).ifPresent(flaw -> findings.add(Finding.of("REDIRECT-BROKEN", Severity.WARNING,
                    flaw + " Who counts behind it hears nothing.").by("RFC 9110 §15.4")));
        });
        return findings;
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
