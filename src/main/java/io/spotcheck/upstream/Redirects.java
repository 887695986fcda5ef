package io.spotcheck.upstream;

import io.spotcheck.resolution.Exchange;
import io.spotcheck.transport.HttpTransport;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where an answer points to, and whether one may go there (RFC 9110 §15.4). */
public final class Redirects {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {
    }

    /** The URL that an answer points to, if it is a redirect that says where. */
    public static Optional<String> target(Exchange exchange) {
        return location(exchange).filter(location -> !location.isBlank())
                .map(location -> UrlReference.resolve(exchange.request().url(), location.strip()))
                .filter(target -> !isNetwork(target) || HttpTransport.canAsk(target));
    }

    /** Why a redirect cannot be followed, in one plain sentence: it does not say where to, or nothing is there. */
    public static Optional<String> flaw(Exchange exchange) {
        if (exchange.response().filter(r -> STATUSES.contains(r.status())).isEmpty() || target(exchange).isPresent()) {
            return Optional.empty();
        }
        int status = exchange.response().orElseThrow().status();
        return Optional.of(location(exchange).map(location -> location.isBlank()
                ? "The server answered " + status + " with an empty Location."
                : "The server answered " + status + " with a Location that is no URL: “" + location.strip() + "”.")
                .orElse("The server answered " + status + " without a Location."));
    }

    private static Optional<String> location(Exchange exchange) {
        return exchange.response().filter(r -> STATUSES.contains(r.status()))
                .flatMap(r -> r.headers().first("Location"));
    }

    /** Whether a step would lead from the network to this machine's files or memory. */
    public static boolean leavesTheNetwork(String from, String to) {
        return isNetwork(from) && !isNetwork(to);
    }

    private static boolean isNetwork(String url) {
        String scheme = url.substring(0, Math.max(0, url.indexOf(':'))).toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https");
    }
}
