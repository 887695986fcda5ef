package io.spotcheck.desktop.preview;

import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Exchange.FailureKind;
import io.spotcheck.resolution.Headers;
import io.spotcheck.transport.HttpTransport;
import io.spotcheck.transport.TransportRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks whether a media file is there at all, before JavaFX is asked to play it: JavaFX repeats its requests for ten
 * seconds before it says that a file is missing.
 */
final class MediaProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private MediaProbe() {
    }

    /** What is plainly wrong with a URL; empty when JavaFX should try. Blocks. */
    static Optional<MediaFault> faultOf(String url) {
        if (!url.startsWith("http:") && !url.startsWith("https:")) {
            return Optional.empty();
        }
        try (var transport = new HttpTransport()) {
            return faultOf(transport.exchange(new TransportRequest("HEAD", url, Headers.none(), Body.empty(),
                    PATIENCE, 1)));
        }
    }

    private static Optional<MediaFault> faultOf(Exchange exchange) {
        Optional<Integer> status = exchange.response().map(Exchange.Response::status);
        if (status.isPresent()) {
            // Servers that do not know HEAD answer with other codes; only these say that there is nothing.
            return status.filter(s -> s == NOT_FOUND || s == GONE)
                    .map(s -> new MediaFault(MediaFault.Kind.NOT_FOUND, "HTTP " + s));
        }
        return exchange.failure().filter(f -> f.kind() == FailureKind.CONNECTION)
                .map(f -> new MediaFault(MediaFault.Kind.NOT_FOUND, f.message()));
    }
}
