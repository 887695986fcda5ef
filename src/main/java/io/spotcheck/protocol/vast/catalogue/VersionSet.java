package io.spotcheck.protocol.vast.catalogue;

import java.util.EnumSet;
import java.util.Optional;

/** Some of the versions of VAST. Immutable. */
public final class VersionSet {

    /** Every version. */
    public static final VersionSet ALL = new VersionSet(EnumSet.allOf(VastVersion.class));
    /** No version. */
    public static final VersionSet NONE = new VersionSet(EnumSet.noneOf(VastVersion.class));

    private final EnumSet<VastVersion> versions;
    /** The same, a bit for each: it is asked for every element and attribute of every document. */
    private final int bits;

    private VersionSet(EnumSet<VastVersion> versions) {
        this.versions = versions;
        bits = versions.stream().mapToInt(version -> 1 << version.ordinal()).sum();
    }

    /**
     * Reads {@code all}, {@code 4.1}, {@code 2.0-3.0}, {@code 4.1+}, or several of them joined by {@code and}.
     *
     * @throws IllegalArgumentException if it is written otherwise
     */
    public static VersionSet parse(String text) {
        if (text.equals("all")) {
            return ALL;
        }
        EnumSet<VastVersion> found = EnumSet.noneOf(VastVersion.class);
        for (String part : text.split(" and ")) {
            int dash = part.indexOf('-');
            if (part.endsWith("+")) {
                found.addAll(EnumSet.range(version(part.substring(0, part.length() - 1)), VastVersion.V4_3));
            } else if (dash > 0) {
                found.addAll(EnumSet.range(version(part.substring(0, dash)), version(part.substring(dash + 1))));
            } else {
                found.add(version(part));
            }
        }
        return new VersionSet(found);
    }

    private static VastVersion version(String label) {
        return VastVersion.of(label.strip())
                .orElseThrow(() -> new IllegalArgumentException("There is no VAST " + label + "."));
    }

    /** Whether the version is one of these. */
    public boolean contains(VastVersion version) {
        return (bits & 1 << version.ordinal()) != 0;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return versions.isEmpty();
    }

    /** All of these and all of those. */
    public VersionSet and(VersionSet others) {
        EnumSet<VastVersion> both = EnumSet.copyOf(versions);
        both.addAll(others.versions);
        return new VersionSet(both);
    }

    /** The first of these after a version. */
    public Optional<VastVersion> firstAfter(VastVersion version) {
        return versions.stream().filter(v -> v.compareTo(version) > 0).findFirst();
    }

    /** The last of these before a version. */
    public Optional<VastVersion> lastBefore(VastVersion version) {
        return versions.stream().filter(v -> v.compareTo(version) < 0).reduce((earlier, later) -> later);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionSet set && versions.equals(set.versions);
    }

    @Override
    public int hashCode() {
        return versions.hashCode();
    }

    /** As people write it: {@code all}, {@code 3.0}, {@code 4.1+}, {@code 2.0–3.0}, {@code 3.0, 4.1+}. */
    @Override
    public String toString() {
        if (equals(ALL)) {
            return "all";
        }
        var text = new StringBuilder();
        VastVersion[] all = VastVersion.values();
        for (int i = 0; i < all.length; i++) {
            if (!versions.contains(all[i])) {
                continue;
            }
            int last = i;
            while (last + 1 < all.length && versions.contains(all[last + 1])) {
                last++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(all[i]);
            if (last == all.length - 1 && last > i) {
                text.append('+');
            } else if (last > i) {
                text.append('–').append(all[last]);
            }
            i = last;
        }
        return text.toString();
    }
}
