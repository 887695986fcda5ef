package io.spotcheck.protocol.vast.catalogue;

import java.util.Optional;

/** A version of VAST that the catalogue knows, the oldest first. */
public enum VastVersion {
    /** VAST 2.0. */
    V2_0("2.0"),
    /** VAST 3.0. */
    V3_0("3.0"),
    /** VAST 4.0. */
    V4_0("4.0"),
    /** VAST 4.1, which took in DAAST. */
    V4_1("4.1"),
    /** VAST 4.2, which brought SIMID. */
    V4_2("4.2"),
    /** VAST 4.3. */
    V4_3("4.3");

    private final String label;

    VastVersion(String label) {
        this.label = label;
    }

    /** The version that is written like this, such as {@code 4.2}. */
    public static Optional<VastVersion> of(String label) {
        for (VastVersion version : values()) {
            if (version.label.equals(label)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** Whether it is this version or a later one. */
    public boolean isAtLeast(VastVersion other) {
        return compareTo(other) >= 0;
    }

    /** The number, such as {@code 4.2}. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
