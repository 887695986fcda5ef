package io.spotcheck.protocol.custom;

import java.util.Map;
import java.util.Optional;

/**
 * Where a value is: either a place as {@link AnswerFormat} names it, such as {@code title: /name}, or
 * {@code title: {at: /name, optional: true}} with these options:
 *
 * @param option    the path of the option itself, for findings
 * @param at        {@code at}: the place
 * @param otherwise {@code otherwise}: the value where the answer has none; without {@code at}, the value always
 * @param optional  {@code optional}: whether the answer may lack it; otherwise that is a finding
 * @param unit      {@code unit}, for durations only: how it is written
 */
record ValueMapping(String option, Optional<String> at, Optional<String> otherwise, boolean optional,
                    DurationForm unit) {

    /**
     * Reads an option of a part.
     *
     * @throws IllegalArgumentException if it is wrong; it says which part
     */
    static Optional<ValueMapping> of(Section part, String name, AnswerFormat format) {
        return part.value(name).map(value -> of(part.path(name), value, format));
    }

    /** Reads an option. */
    static ValueMapping of(String option, Object value, AnswerFormat format) {
        if (!(value instanceof Map<?, ?>)) {
            String place = Section.text(option, value);
            format.check(option, place);
            return new ValueMapping(option, Optional.of(place), Optional.empty(), false, DurationForm.ANY);
        }
        Section parts = Section.of(option, value).only("at", "otherwise", "optional", "unit");
        Optional<String> at = parts.text("at");
        Optional<String> otherwise = parts.text("otherwise");
        if (at.isEmpty() && otherwise.isEmpty()) {
            throw Section.wrong(option, "must have “at” or “otherwise”");
        }
        at.ifPresent(place -> format.check(parts.path("at"), place));
        return new ValueMapping(option, at, otherwise, parts.flag("optional"), parts.text("unit")
                .map(unit -> DurationForm.of(unit).orElseThrow(() ->
                        Section.wrong(parts.path("unit"), "must be s, ms or hh:mm:ss")))
                .orElse(DurationForm.ANY));
    }
}
