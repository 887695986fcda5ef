package io.spotcheck.protocol.vast;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.vast.document.VastReader;
import io.spotcheck.resolution.Finding;
import io.spotcheck.upstream.Endpoint;
import io.spotcheck.upstream.UpstreamPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Resolves the VAST of other protocols: a document that a bid or a schedule carries, or a tag that it names. Its tree
 * hangs under the node of the {@link FetchContext}, which stays open. Safe for use by many threads.
 */
public final class CarriedVast {

    private final UpstreamPolicy policy;
    private final int maxWrappers;
    private final MacroEngine macros;
    private final Optional<DocumentBudget> budget;
    private final VastReader reader = new VastReader();

    /**
     * What came of it.
     *
     * @param ads      the ads, in the order of showing; none when it failed
     * @param error    why there is no ad, and who wants to be told
     * @param failures everything that failed on the way, in order, also when there are ads
     * @param chain    the URLs of the documents that were asked for, in order, after macros
     * @param expires  how long the ads say they may be kept, the shortest of them
     * @param version  the version that the first document declares
     */
    public record Result(List<Ad> ads, Optional<AdError> error, List<AdError> failures, List<String> chain,
                         Optional<Duration> expires, Optional<String> version) {

        /** Copies the lists. */
        public Result {
            ads = List.copyOf(ads);
            failures = List.copyOf(failures);
            chain = List.copyOf(chain);
        }
    }

    /**
     * Resolution within these limits.
     *
     * @param maxWrappers how many wrappers may stand above an ad, from 1
     */
    public CarriedVast(UpstreamPolicy policy, int maxWrappers, MacroEngine macros) {
        this(policy, maxWrappers, macros, Optional.empty());
    }

    private CarriedVast(UpstreamPolicy policy, int maxWrappers, MacroEngine macros,
                        Optional<DocumentBudget> budget) {
        this.policy = policy;
        this.maxWrappers = maxWrappers;
        this.macros = macros;
        this.budget = budget;
    }

    /** The same, but all that it resolves may ask for so many documents together. */
    public CarriedVast within(DocumentBudget documents) {
        return new CarriedVast(policy, maxWrappers, macros, Optional.of(documents));
    }

    /** What a request says of ads and nobody can understand, for handlers whose VAST is resolved here. */
    public static List<Finding> problems(AdRequest request) {
        return Terms.of(request).problems();
    }

    /**
     * Resolves a document that is at hand.
     *
     * @param wire    the wire for the tags of its wrappers, and the headers that go with them
     * @param more    values for macros, beyond those of the request
     */
    public Result resolve(Carried carried, Endpoint wire, Allowance allowance, AdRequest request, MacroValues more,
                          FetchContext context) {
        return run(wire, request, more, context, resolver -> resolver.resolve(carried, allowance));
    }

    /**
     * Resolves a tag.
     *
     * @param tag  its URL as declared, which may hold macros
     * @param base the URL of the document that names it
     * @param wire the wire to ask over, and the headers that go with it
     * @param more values for macros, beyond those of the request
     */
    public Result resolveTag(String tag, String base, Endpoint wire, Allowance allowance, AdRequest request,
                             MacroValues more, FetchContext context) {
        return run(wire, request, more, context, resolver -> resolver.resolve(tag, base, allowance));
    }

    private Result run(Endpoint wire, AdRequest request, MacroValues more, FetchContext context,
                       Function<VastResolver, Outcome> how) {
        var upstream = new VastUpstream(List.of(wire), policy, maxWrappers, RequestMapping.macrosOnly());
        var resolver = new VastResolver(reader, macros, upstream, wire, request, more, context, budget,
                OtherAnswer.none());
        Outcome outcome = how.apply(resolver);
        return switch (outcome) {
            case Outcome.Served served -> new Result(served.ads(), Optional.empty(), resolver.failures(),
                    resolver.chain(), resolver.expires(), resolver.firstVersion());
            case Outcome.Failed failed -> new Result(List.of(), Optional.of(failed.error()), resolver.failures(),
                    resolver.chain(), resolver.expires(), resolver.firstVersion());
        };
    }
}
