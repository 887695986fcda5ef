package io.spotcheck.protocol.vast.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * An element that may stand in another one.
 *
 * @param index       which one of the children of its parent it is, from 0
 * @param name        how it is written
 * @param element     what it is
 * @param cardinality how often it may stand there, by version
 */
public record ChildType(int index, String name, ElementType element, List<Cardinality> cardinality) {

    /**
     * How often an element may stand in its parent in some versions.
     *
     * @param in     the versions
     * @param occurs how often
     */
    public record Cardinality(VersionSet in, Occurs occurs) {
    }

    /** How often it may stand there in a version; empty if that version does not have it there. */
    public Optional<Occurs> occurs(VastVersion version) {
        for (int i = 0; i < cardinality.size(); i++) {
            Cardinality each = cardinality.get(i);
            if (each.in().contains(version)) {
                return Optional.of(each.occurs());
            }
        }
        return Optional.empty();
    }

    /** The versions that have it there. */
    public VersionSet in() {
        return cardinality.stream().map(Cardinality::in).reduce(VersionSet.NONE, VersionSet::and);
    }
}
