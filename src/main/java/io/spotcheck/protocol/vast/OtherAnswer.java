package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.protocol.Fallbacks;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.upstream.Endpoint;
import java.util.Optional;

/** Takes what a tag answers when it is not VAST, where nobody knew beforehand what it would be. */
@FunctionalInterface
public interface OtherAnswer {

    /**
     * What a tag answered.
     *
     * @param request  for whom it was asked
     * @param context  the fetch that it belongs to
     * @param endpoint the tag's endpoint
     * @param asked    the URL that was asked for, after macros
     * @param found    the URL that answered, after redirects
     * @param text     what came
     * @param node     the document's node; whoever takes the answer closes it
     */
    record Arrival(AdRequest request, FetchContext context, Endpoint endpoint, String asked, String found, String text,
                   OpenNode node) {
    }

    /** Makes of it what it can be; empty when it is left to VAST. */
    Optional<Fallbacks.Attempt> take(Arrival arrival);

    /** Leaves everything to VAST. */
    static OtherAnswer none() {
        return _ -> Optional.empty();
    }
}
