package io.spotcheck.upstream;

import io.spotcheck.resolution.Exchange;
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
        return exchange.response().filter(r -> STATUSES.contains(r.status()))
                .flatMap(r -> r.headers().first("Location"))
                .map(location -> UrlReference.resolve(exchange.request().url(), location.strip()));
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
