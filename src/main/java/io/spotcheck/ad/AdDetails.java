package io.spotcheck.ad;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an ad's document says about the ad beyond what is needed to show it (VAST 4.3 §3.3.2 and §3.4).
 *
 * @param type            what it is made for; video unless it says otherwise
 * @param conditional     whether it may turn out to be no ad at all
 * @param adSystemVersion the version of the system that served it
 * @param description     more words than the title's
 * @param advertiserId    who pays for it, as a number or name of the ad server
 * @param categories      what it is about
 * @param blocked         what the wrappers above forbid
 * @param pricing         the price; the outermost document that names one wins
 * @param surveys         the URLs of surveys
 * @param expires         how long after the answer it may be shown
 */
public record AdDetails(AdType type, boolean conditional, Optional<String> adSystemVersion,
                        Optional<String> description, Optional<String> advertiserId, List<Category> categories,
                        List<Category> blocked, Optional<Pricing> pricing, List<String> surveys,
                        Optional<Duration> expires) {

    private static final AdDetails NONE = new AdDetails(AdType.VIDEO, false, Optional.empty(), Optional.empty(),
            Optional.empty(), List.of(), List.of(), Optional.empty(), List.of(), Optional.empty());

    /** Copies the lists. */
    public AdDetails {
        categories = List.copyOf(categories);
        blocked = List.copyOf(blocked);
        surveys = List.copyOf(surveys);
    }

    /** A video of which nothing more is said. */
    public static AdDetails none() {
        return NONE;
    }
}
