package io.spotcheck.desktop.session;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.orchestrator.Quantities;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.Resolution;
import io.spotcheck.resolution.Severity;
import io.spotcheck.workspace.AnswerWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer to "does it serve, and if not, where does it break?" in one line.
 *
 * @param mark     how it ended
 * @param headline the answer itself: {@code served 15 s ad}, or the error's code
 * @param details  what else matters, the most important first
 * @param cause    the error to look at, when there is one
 */
public record Verdict(Mark mark, String headline, List<String> details, Optional<AdError> cause) {

    /** Copies the details. */
    public Verdict {
        details = List.copyOf(details);
    }

    /** The verdict on a resolution as it is now, with what the lint said of its documents. */
    public static Verdict of(LiveResolution live, LiveLint.Report lint) {
        return switch (live.phaseProperty().get()) {
            case IDLE -> new Verdict(Mark.NONE, text("verdict.idle"), List.of(), Optional.empty());
            case RUNNING -> running(live.resolutionProperty().get());
            case FINISHED -> live.responseProperty().get().map(answer -> of(answer, lint))
                    .orElseGet(() -> running(live.resolutionProperty().get()));
        };
    }

    /** The verdict on an answer. */
    public static Verdict of(AdResponse answer) {
        return answer.success() ? served(answer, 0, 0) : failed(answer);
    }

    private static Verdict of(AdResponse answer, LiveLint.Report lint) {
        return answer.success() ? served(answer, lint.count(Severity.ERROR), lint.count(Severity.WARNING))
                : failed(answer);
    }

    private static Verdict running(Resolution soFar) {
        long hops = soFar.nodes().filter(n -> n.kind() == NodeKind.DOCUMENT).count();
        return new Verdict(Mark.RUNNING, text("verdict.running"),
                hops == 0 ? List.of() : List.of(AnswerWords.hops(hops)), Optional.empty());
    }

    private static Verdict served(AdResponse answer, long lintErrors, long lintWarnings) {
        long errors = AnswerWords.count(answer, Severity.ERROR) + lintErrors;
        long warnings = AnswerWords.count(answer, Severity.WARNING) + lintWarnings;
        var details = new ArrayList<String>();
        facts(answer, details);
        if (errors > 0) {
            details.add(AnswerWords.errors(errors));
        }
        if (warnings > 0) {
            details.add(AnswerWords.warnings(warnings));
        }
        if (answer.usedFallback()) {
            details.add(AnswerWords.fallback());
        }
        cache(answer).ifPresent(details::add);
        Mark mark = errors + warnings > 0 || AnswerWords.isDoubtful(answer) ? Mark.WARNING : Mark.OK;
        return new Verdict(mark, AnswerWords.headline(answer), details, Optional.empty());
    }

    private static Verdict failed(AdResponse answer) {
        var details = new ArrayList<String>();
        answer.error().ifPresent(details::add);
        facts(answer, details);
        ErrorCode code = answer.errorCode().orElse(ErrorCode.INTERNAL);
        Optional<AdError> cause = answer.failures().stream().filter(f -> f.code() == code).reduce((_, last) -> last);
        return new Verdict(code == ErrorCode.CANCELLED ? Mark.SKIPPED : Mark.ERROR, AnswerWords.headline(answer),
                details, cause);
    }

    private static void facts(AdResponse answer, List<String> details) {
        if (!answer.resolutionChain().isEmpty()) {
            details.add(AnswerWords.hops(answer.resolutionChain().size()));
        }
        details.add(Quantities.describe(Duration.ofMillis(answer.resolutionTimeMs())));
    }

    private static Optional<String> cache(AdResponse answer) {
        if (answer.cached()) {
            return Optional.of(AnswerWords.cached());
        }
        Optional<Node> look = answer.resolution().nodes().filter(n -> n.kind() == NodeKind.CACHE).findFirst();
        Optional<Duration> kept = look.flatMap(n -> Optional.ofNullable(n.facts().get("ttl")))
                .flatMap(Verdict::seconds);
        return kept.map(life -> text("verdict.cache.kept", Quantities.describe(life)))
                .or(() -> look.map(_ -> text("verdict.cache.miss")));
    }

    private static Optional<Duration> seconds(String fact) {
        try {
            return Optional.of(Duration.ofSeconds(Long.parseLong(fact.replace(" s", "").strip())));
        } catch (NumberFormatException otherwise) {
            return Optional.empty();
        }
    }
}
