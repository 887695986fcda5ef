package io.spotcheck.protocol.custom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The options {@code answer.noAd} and {@code answer.error}: how an answer says that there is no ad, or that something
 * went wrong. An answer without a body and an empty list of ads mean “no ad” without being told so.
 *
 * @param when    {@code when}: one {@link Condition} or a list of which one is enough. When left out, there must be
 *                something at the place of the reason, unless there is a {@code status}
 * @param status  {@code status}: the HTTP status that says so, or a list of which one is enough, such as {@code 404}
 * @param reason  {@code reason}: where the answer says why
 * @param code    {@code code}: where the answer has a number for it
 * @param beacons {@code beacons}: where the URLs are that want to be told of it, as beacons of the event {@code error}
 */
record RefusalMapping(List<Condition> when, Set<Integer> status, Optional<ValueMapping> reason,
                      Optional<ValueMapping> code, Optional<ValueMapping> beacons) {

    /**
     * What an answer must hold. In XML the place can be an expression that is true or false.
     *
     * @param at      {@code at}: the place
     * @param is      {@code is}: one value or a list of which one must be there; when left out, anything will do
     * @param missing {@code missing: true}: that there must be nothing instead; an empty list is nothing
     */
    record Condition(String at, List<String> is, boolean missing) {

        Condition {
            is = List.copyOf(is);
        }

        private static Condition of(Section part, AnswerFormat format) {
            part.only("at", "is", "missing");
            String at = part.text("at").orElseThrow(() -> Section.wrong(part.path("at"), "is missing"));
            format.check(part.path("at"), at);
            if (part.flag("missing") && part.has("is")) {
                throw Section.wrong(part.path("is"), "cannot go with “missing”");
            }
            return new Condition(at, part.texts("is"), part.flag("missing"));
        }

        boolean holds(Part answer) {
            List<Part> found = answer.all(at);
            if (missing || is.isEmpty()) {
                return found.isEmpty() == missing;
            }
            return found.stream().flatMap(part -> part.text().stream()).anyMatch(is::contains);
        }
    }

    RefusalMapping {
        when = List.copyOf(when);
        status = Set.copyOf(status);
    }

    /**
     * Reads one of the options.
     *
     * @throws IllegalArgumentException if it is wrong; it says which part
     */
    static RefusalMapping of(Section refusal, AnswerFormat format) {
        refusal.only("when", "status", "reason", "code", "beacons");
        var when = new ArrayList<Condition>();
        refusal.sections("when").forEach(part -> when.add(Condition.of(part, format)));
        Optional<ValueMapping> reason = ValueMapping.of(refusal, "reason", format);
        Set<Integer> status = statuses(refusal);
        if (when.isEmpty() && status.isEmpty()) {
            String at = reason.flatMap(ValueMapping::at).orElseThrow(() ->
                    Section.wrong(refusal.path(), "must have “when”, “status”, or the place of a “reason”"));
            when.add(new Condition(at, List.of(), false));
        }
        return new RefusalMapping(when, status, reason, ValueMapping.of(refusal, "code", format),
                ValueMapping.of(refusal, "beacons", format));
    }

    private static Set<Integer> statuses(Section refusal) {
        return refusal.texts("status").stream().map(text -> {
            if (!text.matches("[1-5]\\d\\d")) {
                throw Section.wrong(refusal.path("status"), "must be an HTTP status such as 404, or a list of them");
            }
            return Integer.valueOf(text);
        }).collect(Collectors.toSet());
    }

    /** The first condition that an answer meets. */
    Optional<Condition> met(Part answer) {
        return when.stream().filter(condition -> condition.holds(answer)).findFirst();
    }
}
