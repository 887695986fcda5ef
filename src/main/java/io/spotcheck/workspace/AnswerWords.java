package io.spotcheck.workspace;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.orchestrator.Quantities;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The verdict on an answer in words, part by part: the window and the command line put the same parts together, each in
 * its own colours.
 */
public final class AnswerWords {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("io.spotcheck.workspace.answer", Locale.ROOT);

    private AnswerWords() {
    }

    /** The answer itself: {@code served 15 s ad}, {@code served 2 of 3 breaks, 4 ads, 60 s}, or the error's code. */
    public static String headline(AdResponse answer) {
        if (answer.success()) {
            return text("served", breaks(answer) + what(answer.ads()));
        }
        ErrorCode code = answer.errorCode().orElse(ErrorCode.INTERNAL);
        return answer.protocolCode().isPresent() ? code + " " + answer.protocolCode().getAsInt() : code.name();
    }

    /** How many documents were asked for. */
    public static String hops(long count) {
        return text("hops", count);
    }

    /** How many findings are errors. */
    public static String errors(long count) {
        return text("errors", count);
    }

    /** How many findings are warnings. */
    public static String warnings(long count) {
        return text("warnings", count);
    }

    /** That another than the first upstream served. */
    public static String fallback() {
        return text("fallback");
    }

    /** That the answer was kept. */
    public static String cached() {
        return text("cached");
    }

    /** How many findings of the resolution have this severity. */
    public static long count(AdResponse answer, Severity severity) {
        return answer.resolution().findings().stream().map(Finding::severity).filter(severity::equals).count();
    }

    /** Whether there is an ad, and something on the way to it that a person should look at. */
    public static boolean isDoubtful(AdResponse answer) {
        return answer.success() && (answer.usedFallback()
                || count(answer, Severity.ERROR) + count(answer, Severity.WARNING) > 0
                || answer.breaks().stream().anyMatch(b -> b.due() && b.error().isPresent()));
    }

    /** How many breaks of a schedule have an ad and are due, and of how many when that is not all. */
    private static String breaks(AdResponse answer) {
        long all = answer.breaks().size();
        long served = answer.breaks().stream().filter(b -> b.due() && !b.ads().isEmpty()).count();
        return all == 0 ? "" : text(served == all ? "breaks" : "breaksOf", served, all) + ", ";
    }

    private static String what(List<Ad> ads) {
        Duration total = ads.stream().flatMap(Ad::linears).flatMap(linear -> linear.duration().stream())
                .reduce(Duration.ZERO, Duration::plus);
        if (ads.size() > 1) {
            String number = text("ads", ads.size());
            return total.isZero() ? number : number + ", " + Quantities.describe(total);
        }
        if (!total.isZero()) {
            return text("ad", Quantities.describe(total));
        }
        return text(ads.stream().flatMap(ad -> ad.creatives().stream()).map(Creative::kind).findFirst()
                .orElse("linear"));
    }

    private static String text(String key, Object... values) {
        return new MessageFormat(WORDS.getString(key), Locale.ROOT).format(values);
    }
}
