package io.spotcheck.transport;

import io.spotcheck.resolution.Exchange.Failure;
import io.spotcheck.resolution.Exchange.FailureKind;
import io.spotcheck.resolution.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sends each request over the wire for its URL's scheme, so that a tag in memory can lead to one on the network. */
public final class RoutingTransport implements Transport {

    private final Map<String, Transport> byScheme;

    /**
     * A transport over others.
     *
     * @param byScheme the wires by lower-case scheme, such as {@code https}
     */
    public RoutingTransport(Map<String, Transport> byScheme) {
        this.byScheme = new TreeMap<>(byScheme);
    }

    @Override
    public Exchange exchange(TransportRequest request) {
        int colon = request.url().indexOf(':');
        String scheme = colon < 0 ? "" : request.url().substring(0, colon).toLowerCase(Locale.ROOT);
        Transport wire = byScheme.get(scheme);
        if (wire != null) {
            return wire.exchange(request);
        }
        String message = scheme.isEmpty() ? "“" + request.url() + "” is not an absolute URL."
                : "URLs that start with “" + scheme + ":” cannot be asked.";
        return new Exchange(request.toExchangeRequest(), Optional.empty(),
                Optional.of(new Failure(FailureKind.UNSUPPORTED, message)), Duration.ZERO, List.of());
    }

    @Override
    public String identity() {
        var parts = new ArrayList<String>(List.of("route"));
        byScheme.forEach((scheme, wire) -> {
            parts.add(scheme);
            parts.add(wire.identity());
        });
        return Identity.of(parts);
    }

    @Override
    public void close() {
        byScheme.values().stream().distinct().forEach(Transport::close);
    }
}
