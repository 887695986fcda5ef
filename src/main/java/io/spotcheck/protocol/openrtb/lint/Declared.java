package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A check that is nothing but data: what fields of an object have to do with each other.
 *
 * @param rule   the rule that is broken
 * @param kind   what they have to do with each other
 * @param object the object
 * @param fields its fields
 */
record Declared(String rule, Kind kind, String object, List<String> fields) implements Check {

    /** What fields have to do with each other. */
    enum Kind {
        /** Only one of them may be there. */
        EXCLUSIVE,
        /** All are there or none. */
        TOGETHER,
        /** The second is not below the first. */
        ORDER,
        /** One at least is there. */
        ANY_OF,
        /** Where the first is, one of the others is. */
        NEEDS,
        /** The first is an array of objects, in which the second is there once with each value. */
        UNIQUE
    }

    /** Reads {@code Object: field, field}. */
    static Declared parse(String rule, Kind kind, String written) {
        int colon = written.indexOf(": ");
        return new Declared(rule, kind, written.substring(0, colon),
                List.of(written.substring(colon + 2).split(", ")));
    }

    @Override
    public void check(JsonElement element, RtbPass pass) {
        switch (kind) {
            case EXCLUSIVE -> exclusive(element, pass);
            case TOGETHER -> together(element, pass);
            case ORDER -> order(element, pass);
            case ANY_OF -> anyOf(element, pass);
            case NEEDS -> needs(element, pass);
            case UNIQUE -> unique(element, pass);
        }
    }

    private List<JsonElement> present(JsonElement element) {
        return fields.stream().filter(element::has).flatMap(f -> element.member(f).stream()).toList();
    }

    private void exclusive(JsonElement element, RtbPass pass) {
        // A list of nothing says nothing, and is told as such.
        List<JsonElement> present = present(element).stream()
                .filter(f -> !f.isArray() || !f.items().isEmpty()).toList();
        if (present.size() > 1) {
            pass.report(rule, present.get(1), "Only one of " + Words.and(fields) + " may be here.");
        }
    }

    private void together(JsonElement element, RtbPass pass) {
        List<JsonElement> present = present(element);
        if (!present.isEmpty() && present.size() < fields.size()) {
            List<String> missing = fields.stream().filter(f -> !element.has(f)).toList();
            pass.report(rule, present.getFirst(), "There is no " + Words.and(missing) + " beside it.");
        }
    }

    private void order(JsonElement element, RtbPass pass) {
        Optional<BigDecimal> first = element.number(fields.get(0));
        Optional<BigDecimal> second = element.number(fields.get(1));
        // Without an upper end some senders write 0.
        if (first.isPresent() && second.isPresent() && second.get().signum() > 0
                && first.get().compareTo(second.get()) > 0) {
            pass.report(rule, element.member(fields.get(0)).orElseThrow(), fields.get(0) + " (" + first.get()
                    + ") is above " + fields.get(1) + " (" + second.get() + ").");
        }
    }

    private void anyOf(JsonElement element, RtbPass pass) {
        // What is null has been told.
        if (fields.stream().noneMatch(f -> element.member(f).isPresent())) {
            pass.report(rule, element, "There is none of " + Words.and(fields) + ".");
        }
    }

    private void needs(JsonElement element, RtbPass pass) {
        String first = fields.getFirst();
        List<String> others = fields.subList(1, fields.size());
        if (element.has(first) && others.stream().noneMatch(element::has)) {
            pass.report(rule, element.member(first).orElseThrow(), "There is " + first + " without "
                    + Words.or(others) + ".");
        }
    }

    private void unique(JsonElement element, RtbPass pass) {
        Set<String> known = new HashSet<>();
        for (JsonElement item : element.items(fields.get(0))) {
            Optional<JsonElement> id = item.member(fields.get(1)).filter(i -> !i.text().isEmpty());
            if (id.isPresent() && !known.add(id.get().kind() + id.get().text())) {
                pass.report(rule, id.get(), fields.get(1) + " “" + Words.shorten(id.get().text())
                        + "” is there more than once in " + fields.get(0) + ".");
            }
        }
    }
}
