package io.spotcheck.upstream;

import io.spotcheck.ad.AdError;
import io.spotcheck.resolution.Exchange;
import java.util.Optional;

/** What came of fetching one document. */
public sealed interface FetchOutcome {

    /**
     * The document is there.
     *
     * @param url      where it was found in the end, after redirects
     * @param response the answer, with a status of 2xx
     */
    record Fetched(String url, Exchange.Response response) implements FetchOutcome {
    }

    /**
     * It is not.
     *
     * @param error    why
     * @param response what was answered instead, with another status than 2xx
     */
    record Failed(AdError error, Optional<Exchange.Response> response) implements FetchOutcome {

        /** Nothing was answered. */
        Failed(AdError error) {
            this(error, Optional.empty());
        }
    }
}
