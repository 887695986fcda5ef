package io.spotcheck.cli;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.orchestrator.Quantities;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Status;
import io.spotcheck.workspace.AnswerWords;
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
        long errors = AnswerWords.count(response, Severity.ERROR);
        long warnings = AnswerWords.count(response, Severity.WARNING);
        var parts = new ArrayList<String>();
        parts.add(headline());
        if (!response.resolutionChain().isEmpty()) {
            parts.add(AnswerWords.hops(response.resolutionChain().size()));
        }
        parts.add(Quantities.describe(Duration.ofMillis(response.resolutionTimeMs())));
        if (errors > 0) {
            parts.add(ink.bad(AnswerWords.errors(errors)));
        }
        if (warnings > 0) {
            parts.add(ink.doubtful(AnswerWords.warnings(warnings)));
        }
        if (response.usedFallback()) {
            parts.add(ink.doubtful(AnswerWords.fallback()));
        }
        if (response.cached()) {
            parts.add(AnswerWords.cached());
        }
        return String.join(ink.dim(" · "), parts);
    }

    private String headline() {
        String said = AnswerWords.headline(response);
        if (response.success()) {
            return ink.mark(AnswerWords.isDoubtful(response) ? Status.WARNING : Status.OK) + " " + ink.bold(said);
        }
        ErrorCode code = response.errorCode().orElse(ErrorCode.INTERNAL);
        return ink.mark(Status.ERROR) + " " + ink.bold(ink.bad(said))
                + response.error().map(why -> ink.dim(" · ") + place(code) + why.strip()).orElse("");
    }

    /** Where the document is broken, when that is why there is no ad. */
    private String place(ErrorCode code) {
        List<AdError> alike = response.failures().stream()
                .filter(failure -> failure.code() == code && failure.location().isPresent()).toList();
        // Of several failures of one code it is the one that the verdict tells of.
        return alike.stream().filter(failure -> response.error().filter(failure.message()::equals).isPresent())
                .findFirst().or(() -> alike.reversed().stream().findFirst()).flatMap(AdError::location)
                .filter(place -> code == ErrorCode.MALFORMED || code == ErrorCode.UNSUPPORTED)
                .map(place -> place.line() + ":" + place.column() + " ").orElse("");
    }
}
