package io.spotcheck.upstream;

import io.spotcheck.resolution.Headers;
import io.spotcheck.transport.Identity;
import io.spotcheck.transport.Transport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One place to ask: a URL, the wire to ask it over, and what is sent along.
 *
 * @param transport the wire
 * @param url       the URL, which may hold macros
 * @param headers   header fields that go with every request, also to the documents that this one leads to
 */
public record Endpoint(Transport transport, String url, Headers headers) {

    /** Checks that nothing is missing. */
    public Endpoint {
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(headers, "headers");
    }

    /** An endpoint without headers of its own. */
    public static Endpoint of(Transport transport, String url) {
        return new Endpoint(transport, url, Headers.none());
    }

    /** What tells this endpoint's answers from those of others. */
    public String identity() {
        var parts = new ArrayList<String>(List.of(url, transport.identity()));
        headers.entries().stream().sorted(Comparator.comparing(h -> h.name().toLowerCase(Locale.ROOT))).forEach(h -> {
            parts.add(h.name().toLowerCase(Locale.ROOT));
            parts.add(h.value());
        });
        return Identity.of(parts);
    }
}
