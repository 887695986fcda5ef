package io.spotcheck.protocol.openrtb.terms;

import io.spotcheck.json.JsonElement;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether an impression has an API framework with which a markup works (OpenRTB 2.6 §3.2.6 to §3.2.9, §4.2.3). */
public final class Frameworks {

    private Frameworks() {
    }

    /**
     * The values by which a bid says what it works with, when the impression supports none of them. A markup that names
     * several works with each; {@code api} names the one that it needs.
     *
     * @param placements what the impression offers to ads of this kind
     */
    public static List<JsonElement> missing(List<JsonElement> placements, JsonElement bid) {
        Set<Integer> supported = numbers(placements.stream().flatMap(p -> p.items("api").stream()))
                .collect(Collectors.toSet());
        List<JsonElement> needed = bid.member("api").filter(Frameworks::isOne).stream().toList();
        List<JsonElement> named = bid.items("apis").stream().filter(Frameworks::isOne).toList();
        boolean needs = !needed.isEmpty() && numbers(needed.stream()).noneMatch(supported::contains);
        boolean works = named.isEmpty() || numbers(named.stream()).anyMatch(supported::contains);
        return Stream.concat(needs ? needed.stream() : Stream.empty(), works ? Stream.empty() : named.stream())
                .toList();
    }

    /** Zero stands for none with some bidders. */
    private static boolean isOne(JsonElement value) {
        return value.integer().orElse(0) > 0;
    }

    private static Stream<Integer> numbers(Stream<JsonElement> values) {
        return values.map(JsonElement::integer).filter(OptionalInt::isPresent).map(OptionalInt::getAsInt);
    }
}
