package io.spotcheck.desktop.profiles;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.desktop.session.Verdict;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.workspace.Expectation;
import io.spotcheck.workspace.Mismatch;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What came of a saved test.
 *
 * @param mark     its shape: ok when all is as expected, even when that is an error
 * @param word     a word or two: {@code served}, {@code NO_AD}
 * @param sentence everything, for whoever looks closer
 */
public record Outcome(Mark mark, String word, String sentence) {

    /** What an answer means to a test. */
    public static Outcome of(AdResponse answer, Expectation expectation) {
        List<Mismatch> wrong = expectation.check(answer);
        Verdict verdict = Verdict.of(answer);
        String word = answer.success() ? text("profiles.served") : code(answer);
        String said = verdict.headline() + " · " + String.join(" · ", verdict.details());
        if (!wrong.isEmpty()) {
            String sentences = wrong.stream().map(Mismatch::sentence).collect(Collectors.joining("\n"));
            return new Outcome(Mark.ERROR, text("profiles.unexpected"), sentences + "\n" + said);
        }
        boolean doubtful = answer.success() && verdict.mark() == Mark.WARNING;
        return new Outcome(doubtful ? Mark.WARNING : Mark.OK, word, text("profiles.expected", said));
    }

    /** A test that is under way. */
    static Outcome running() {
        return new Outcome(Mark.RUNNING, text("profiles.running"), text("profiles.running"));
    }

    /** A test that could not be run. */
    static Outcome broken(String sentence) {
        return new Outcome(Mark.ERROR, text("profiles.broken"), sentence);
    }

    private static String code(AdResponse answer) {
        return answer.errorCode().map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse(Mark.ERROR.word());
    }
}
