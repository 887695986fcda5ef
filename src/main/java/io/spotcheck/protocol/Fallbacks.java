package io.spotcheck.protocol;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.upstream.Deadline;
import io.spotcheck.upstream.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks the endpoints of an upstream one after the other, until one of them settles the matter. */
public final class Fallbacks {

    private Fallbacks() {
    }

    /**
     * What one endpoint said.
     *
     * @param response its answer
     * @param settles  whether no other endpoint need be asked
     */
    public record Attempt(AdResponse response, boolean settles) {

        /** An answer that settles the matter when it has an ad. */
        public static Attempt of(AdResponse response) {
            return new Attempt(response, response.success());
        }
    }

    /**
     * Asks until one settles the matter. The answer holds the documents and the failures of all that were asked; when
     * none serves, it is the first one that says why.
     *
     * @param endpoints whom to ask, in order; at least one
     * @param deadline  when nobody is asked any more
     * @param ask       asks one of them
     */
    public static AdResponse ask(List<Endpoint> endpoints, Deadline deadline, Function<Endpoint, Attempt> ask) {
        var said = new ArrayList<AdResponse>();
        for (Endpoint endpoint : endpoints) {
            Attempt attempt = ask.apply(endpoint);
            said.add(attempt.response());
            if (attempt.settles()) {
                return together(attempt.response(), said);
            }
            if (attempt.response().errorCode().filter(ErrorCode.CANCELLED::equals).isPresent()
                    || deadline.hasPassed()) {
                break;
            }
        }
        List<TrackingUrl> toTell = said.stream().flatMap(r -> r.trackingUrls().stream()).toList();
        return together(said.getFirst(), said).toBuilder().trackingUrls(toTell).build();
    }

    private static AdResponse together(AdResponse answer, List<AdResponse> said) {
        if (said.size() == 1) {
            return answer;
        }
        List<AdError> failures = said.stream().flatMap(r -> r.failures().stream()).toList();
        AdResponse.Builder all = answer.toBuilder().failures(failures).usedFallback(true)
                .resolutionChain(said.stream().flatMap(r -> r.resolutionChain().stream()).toList());
        said.stream().map(AdResponse::rawResponse).flatMap(Optional::stream).findFirst().ifPresent(all::rawResponse);
        return all.build();
    }
}
