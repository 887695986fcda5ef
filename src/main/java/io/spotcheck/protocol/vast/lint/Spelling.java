package io.spotcheck.protocol.vast.lint;

import io.spotcheck.protocol.vast.catalogue.AttributeType;
import io.spotcheck.protocol.vast.catalogue.ChildType;
import io.spotcheck.protocol.vast.catalogue.ElementType;
import io.spotcheck.protocol.vast.catalogue.EventType;
import io.spotcheck.protocol.vast.catalogue.VastCatalogue;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the name that was meant when a name is not known. */
final class Spelling {

    private final VastCatalogue catalogue;

    Spelling(VastCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** An element of this parent; a name that VAST has in another place is meant as it is. */
    Optional<String> element(String written, ElementType parent, VastVersion version) {
        if (!catalogue.named(written).isEmpty()) {
            return Optional.empty();
        }
        return nearest(written, parent.children().stream().filter(c -> c.occurs(version).isPresent())
                .map(ChildType::name));
    }

    Optional<String> attribute(String written, ElementType element, VastVersion version) {
        return nearest(written, element.attributes().stream().filter(a -> a.in().contains(version))
                .map(AttributeType::name));
    }

    Optional<String> event(String written, VastVersion version) {
        return nearest(written, catalogue.events().stream().filter(e -> e.in().contains(version))
                .map(EventType::name));
    }

    /** The name that differs in case only, else one that is two typing errors away at most, for three letters one. */
    private static Optional<String> nearest(String written, Stream<String> names) {
        String lower = written.toLowerCase(Locale.ROOT);
        int limit = lower.length() < 4 ? 0 : lower.length() < 6 ? 1 : 2;
        Optional<String> best = Optional.empty();
        int least = limit + 1;
        for (String name : names.toList()) {
            int distance = distance(lower, name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = Optional.of(name);
            }
        }
        return best;
    }

    /** How many letters must be put in, taken out or changed. */
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[to.length()];
    }
}
