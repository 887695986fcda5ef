package io.spotcheck.protocol.custom;

import java.util.Optional;

/**
 * The option {@code answer}: where in an answer everything is. Only {@code ads} is needed.
 *
 * @param format  {@code format}: {@code json}, or {@code xml}; JSON when left out
 * @param ads     {@code ads}: see {@link AdMapping}
 * @param noAd    {@code noAd}: how the server says that it has no ad, see {@link RefusalMapping}
 * @param error   {@code error}: how the server says that something went wrong, see {@link RefusalMapping}
 * @param keepFor {@code keepFor}: where the answer says how long it may be kept, with its {@code unit}
 */
record AnswerMapping(AnswerFormat format, AdMapping ads, Optional<RefusalMapping> noAd,
                     Optional<RefusalMapping> error, Optional<ValueMapping> keepFor) {

    /**
     * Reads the option.
     *
     * @throws IllegalArgumentException if it is wrong; it says which part
     */
    static AnswerMapping of(Section answer) {
        answer.only("format", "ads", "noAd", "error", "keepFor");
        AnswerFormat format = switch (answer.text("format").orElse("json")) {
            case "json" -> AnswerFormat.JSON;
            case "xml" -> AnswerFormat.XML;
            default -> throw Section.wrong(answer.path("format"), "must be json or xml");
        };
        Section ads = answer.section("ads").orElseThrow(() ->
                Section.wrong(answer.path("ads"), "is missing: it says where the ads are"));
        return new AnswerMapping(format, AdMapping.of(ads, format),
                answer.section("noAd").map(part -> RefusalMapping.of(part, format)),
                answer.section("error").map(part -> RefusalMapping.of(part, format)),
                ValueMapping.of(answer, "keepFor", format));
    }
}
