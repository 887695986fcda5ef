package io.spotcheck.protocol.vast;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.Creative;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How much a break holds, and how much of it is taken (VAST 4.3 §3.3.1). One instance serves one resolution. */
final class BreakLimit {

    private final Terms terms;
    private int ads;
    private Duration length = Duration.ZERO;

    BreakLimit(Terms terms) {
        this.terms = terms;
    }

    /** Why no further ad is asked for, when the break is full. */
    Optional<String> full() {
        return terms.mostAds().isPresent() && ads >= terms.mostAds().getAsInt()
                ? Optional.of("The break is for " + terms.mostAds().getAsInt() + (ads == 1 ? " ad." : " ads."))
                : Optional.empty();
    }

    /** Takes the ads in, unless they do not fit; then says why. */
    Optional<String> admit(List<Ad> more) {
        Duration together = more.stream().flatMap(Ad::linears).map(Creative.Linear::duration)
                .flatMap(Optional::stream).reduce(length, Duration::plus);
        Optional<String> why = full().or(() -> terms.longestBreak().filter(most -> together.compareTo(most) > 0)
                .map(most -> "The break is " + Screening.seconds(most) + " long, and with this ad it would be "
                        + Screening.seconds(together) + "."));
        if (why.isEmpty()) {
            ads += more.size();
            length = together;
        }
        return why;
    }
}
