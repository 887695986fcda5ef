package io.spotcheck.protocol.custom;

import io.spotcheck.transport.Identity;
import java.util.Map;

/** A protocol that is described rather than programmed: the options of a profile, read and found to make sense. */
public final class CustomDescription {

    private static final String REQUEST = "request";
    private static final String ANSWER = "answer";

    private final RequestTemplate request;
    private final AnswerMapping answer;
    private final String identity;

    private CustomDescription(RequestTemplate request, AnswerMapping answer, String identity) {
        this.request = request;
        this.answer = answer;
        this.identity = identity;
    }

    /**
     * Reads a description: {@code request}, how a request becomes a message, which may be left out, and {@code answer},
     * where everything is in an answer. The package tells of all options.
     *
     * @param options the options by name; values are texts, numbers, truth values, lists and maps
     * @throws IllegalArgumentException if an option is wrong; the sentence says which one
     */
    public static CustomDescription of(Map<String, Object> options) {
        Section whole = Section.whole(options).only(REQUEST, ANSWER);
        Section answer = whole.section(ANSWER).orElseThrow(() ->
                Section.wrong(ANSWER, "is missing: a custom protocol needs it to find the ads"));
        Section request = whole.section(REQUEST).orElseGet(() -> Section.of(REQUEST, Map.of()));
        return new CustomDescription(RequestTemplate.of(request), AnswerMapping.of(answer),
                Identity.of(Escaping.json(options.getOrDefault(REQUEST, Map.of())),
                        Escaping.json(options.get(ANSWER))));
    }

    RequestTemplate request() {
        return request;
    }

    AnswerMapping answer() {
        return answer;
    }

    /** What tells it from other descriptions. */
    String identity() {
        return identity;
    }
}
