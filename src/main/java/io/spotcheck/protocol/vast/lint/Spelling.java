package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.NearestName;
import io.spotcheck.protocol.vast.catalogue.AttributeType;
import io.spotcheck.protocol.vast.catalogue.ChildType;
import io.spotcheck.protocol.vast.catalogue.ElementType;
import io.spotcheck.protocol.vast.catalogue.EventType;
import io.spotcheck.protocol.vast.catalogue.VastCatalogue;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the name that was meant when a name is not known. */
final class Spelling {

    private static final NearestName NEAREST = new NearestName(2);

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

    /** The name that differs in case only, else one with a few typing errors: two, or one in four or five letters. */
    private static Optional<String> nearest(String written, Stream<String> names) {
        int limit = written.length() < 4 ? 0 : written.length() < 6 ? 1 : 2;
        return NEAREST.of(written, names.toList(), limit);
    }
}
