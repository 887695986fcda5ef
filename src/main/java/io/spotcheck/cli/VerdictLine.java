package io.spotcheck.cli;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.orchestrator.Quantities;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The whole answer in one line, such as {@code served 15 s ad · 3 hops · 265 ms · 2 warnings}. */
final class VerdictLine {

    private final AdResponse response;
    private final Ink ink;

    VerdictLine(AdResponse response, Ink ink) {
        this.response = response;
        this.ink = ink;
    }

    String text() {
        List<Finding> findings = response.resolution().findings();
        long errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
        long warnings = findings.stream().filter(f -> f.severity() == Severity.WARNING).count();
        var parts = new ArrayList<String>();
        parts.add(headline(errors + warnings > 0 || response.usedFallback()
                || response.breaks().stream().anyMatch(b -> b.due() && b.error().isPresent())));
        if (!response.resolutionChain().isEmpty()) {
            parts.add(Messages.text("verdict.hops", response.resolutionChain().size()));
        }
        parts.add(Quantities.describe(Duration.ofMillis(response.resolutionTimeMs())));
        if (errors > 0) {
            parts.add(ink.bad(Messages.text("verdict.errors", errors)));
        }
        if (warnings > 0) {
            parts.add(ink.doubtful(Messages.text("verdict.warnings", warnings)));
        }
        if (response.usedFallback()) {
            parts.add(ink.doubtful(Messages.text("verdict.fallback")));
        }
        if (response.cached()) {
            parts.add(Messages.text("verdict.cached"));
        }
        return String.join(ink.dim(" · "), parts);
    }

    private String headline(boolean doubtful) {
        if (response.success()) {
            return ink.mark(doubtful ? Status.WARNING : Status.OK) + " "
                    + ink.bold(Messages.text("verdict.served", breaks() + what(response.ads())));
        }
        ErrorCode code = response.errorCode().orElse(ErrorCode.INTERNAL);
        String number = response.protocolCode().isPresent() ? " " + response.protocolCode().getAsInt() : "";
        return ink.mark(Status.ERROR) + " " + ink.bold(ink.bad(code + number))
                + response.error().map(why -> ink.dim(" · ") + place(code) + why.strip()).orElse("");
    }

    /** Where the document is broken, when that is why there is no ad. */
    private String place(ErrorCode code) {
        return response.failures().stream().filter(failure -> failure.code() == code)
                .flatMap(failure -> failure.location().stream()).reduce((first, last) -> last)
                .filter(place -> code == ErrorCode.MALFORMED || code == ErrorCode.UNSUPPORTED)
                .map(place -> place.line() + ":" + place.column() + " ").orElse("");
    }

    /** How many breaks of a schedule have an ad and are due, and of how many when that is not all. */
    private String breaks() {
        int all = response.breaks().size();
        int served = (int) response.breaks().stream().filter(b -> b.due() && !b.ads().isEmpty()).count();
        return all == 0 ? "" : Messages.text(served == all ? "verdict.breaks" : "verdict.breaksOf", served, all) + ", ";
    }

    private static String what(List<Ad> ads) {
        Duration total = ads.stream().flatMap(Ad::linears).flatMap(linear -> linear.duration().stream())
                .reduce(Duration.ZERO, Duration::plus);
        if (ads.size() > 1) {
            String number = Messages.text("verdict.ads", ads.size());
            return total.isZero() ? number : number + ", " + Quantities.describe(total);
        }
        if (!total.isZero()) {
            return Messages.text("verdict.ad", Quantities.describe(total));
        }
        String kind = ads.stream().flatMap(ad -> ad.creatives().stream()).map(Creative::kind).findFirst()
                .orElse("linear");
        return Messages.text("verdict." + kind);
    }
}
