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
 * Asks whether a media file, a picture or a page is there at all, before JavaFX is asked to show it: JavaFX repeats its
 * requests for a media file for ten seconds before it says that it is missing, and shows the page of an error as any.
 */
final class MediaProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private MediaProbe() {
    }

    /** What is plainly wrong with a media file's URL; empty when JavaFX should try. Blocks. */
    static Optional<MediaFault> faultOf(String url) {
        return missing(url).map(why -> new MediaFault(MediaFault.Kind.NOT_FOUND, why));
    }

    /** Why there is plainly nothing at a URL; empty when JavaFX should try. Blocks. */
    static Optional<String> missing(String url) {
        if (!url.startsWith("http:") && !url.startsWith("https:")) {
            return Optional.empty();
        }
        try (var transport = new HttpTransport()) {
            return missing(transport.exchange(new TransportRequest("HEAD", url, Headers.none(), Body.empty(),
                    PATIENCE, 1)));
        }
    }

    private static Optional<String> missing(Exchange exchange) {
        Optional<Integer> status = exchange.response().map(Exchange.Response::status);
        if (status.isPresent()) {
            // Servers that do not know HEAD answer with other codes; only these say that there is nothing.
            return status.filter(s -> s == NOT_FOUND || s == GONE)
                    .map(s -> "HTTP " + s);
        }
        return exchange.failure().filter(f -> f.kind() == FailureKind.CONNECTION)
                .map(Exchange.Failure::message);
    }
}
