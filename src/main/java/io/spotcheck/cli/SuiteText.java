package io.spotcheck.cli;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.orchestrator.Quantities;
import io.spotcheck.resolution.Status;
import io.spotcheck.suite.ProfileResult.Outcome;
import io.spotcheck.suite.ProfileResult;
import io.spotcheck.suite.SuiteResult;
import io.spotcheck.workspace.AnswerWords;
import java.util.ArrayList;
import java.util.List;

/** Tells what came of a run: a line for each profile, with what is wrong below it, and a verdict. */
final class SuiteText {

    private static final int WIDEST_NAME = 48;

    private final Ink ink;

    SuiteText(Ink ink) {
        this.ink = ink;
    }

    List<String> lines(List<ProfileResult> results) {
        var lines = new ArrayList<String>();
        int width = Math.min(WIDEST_NAME, results.stream().mapToInt(r -> r.file().name().length()).max().orElse(0));
        String group = "";
        for (ProfileResult result : results) {
            if (!result.file().group().equals(group)) {
                group = result.file().group();
                lines.add(ink.bold(group));
            }
            String name = Labels.shorten(result.file().name(), width);
            lines.add("  " + ink.mark(mark(result.outcome())) + " " + name + " ".repeat(width - name.length()) + "  "
                    + ink.dim(Quantities.describe(result.duration())
                    + result.response().map(r -> "  " + what(r)).orElse("")));
            result.mismatches().forEach(mismatch -> lines.add("      " + ink.bad(mismatch.sentence())));
            result.error().ifPresent(error -> lines.add("      " + ink.bad(error)));
        }
        return lines;
    }

    String verdict(SuiteResult result) {
        var parts = new ArrayList<String>();
        for (Outcome outcome : List.of(Outcome.FAILED, Outcome.BROKEN, Outcome.CANCELLED, Outcome.PASSED)) {
            int number = result.count(outcome);
            if (number > 0) {
                String text = Messages.text("run.verdict", number, Messages.text("outcome." + outcome.wireName()));
                parts.add(outcome == Outcome.PASSED ? ink.good(text) : ink.bad(text));
            }
        }
        parts.add(Quantities.describe(result.duration()));
        return ink.mark(result.allPassed() ? Status.OK : Status.ERROR) + " " + String.join(ink.dim(" · "), parts);
    }

    private static String what(AdResponse response) {
        String hops = AnswerWords.hops(response.resolutionChain().size());
        return response.errorCode().map(Enum::name).orElseGet(() -> Messages.text("run.served")) + ", " + hops;
    }

    private static Status mark(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> Status.OK;
            case FAILED, BROKEN -> Status.ERROR;
            case CANCELLED -> Status.SKIPPED;
        };
    }
}
