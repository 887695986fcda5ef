package io.spotcheck.protocol.openrtb.catalogue;

import java.util.Optional;

/** A release of OpenRTB 2.x or of Native that the catalogue knows, the oldest of each first. */
public enum Release {
    /** OpenRTB 2.5. */
    OPENRTB_2_5(Family.OPENRTB, "2.5"),
    /** The first OpenRTB 2.6, with pods. */
    OPENRTB_2_6(Family.OPENRTB, "2.6-202210"),
    /** Brought DOOH and GPP. */
    OPENRTB_2_6_202211(Family.OPENRTB, "2.6-202211"),
    /** Brought the new placement of video. */
    OPENRTB_2_6_202303(Family.OPENRTB, "2.6-202303"),
    /** Brought floors by duration and guaranteed deals. */
    OPENRTB_2_6_202309(Family.OPENRTB, "2.6-202309"),
    /** Brought deduplication in pods. */
    OPENRTB_2_6_202402(Family.OPENRTB, "2.6-202402"),
    /** Changed no fields. */
    OPENRTB_2_6_202409(Family.OPENRTB, "2.6-202409"),
    /** Brought the methods of matching IDs. */
    OPENRTB_2_6_202501(Family.OPENRTB, "2.6-202501"),
    /** Brought taxonomies of genres. */
    OPENRTB_2_6_202505(Family.OPENRTB, "2.6-202505"),
    /** Brought live content and discounts. */
    OPENRTB_2_6_202606(Family.OPENRTB, "2.6-202606"),
    /** Native 1.0, whose root has the one member “native”. */
    NATIVE_1_0(Family.NATIVE, "1.0"),
    /** Native 1.1. */
    NATIVE_1_1(Family.NATIVE, "1.1"),
    /** Native 1.2. */
    NATIVE_1_2(Family.NATIVE, "1.2");

    /** The last release of OpenRTB 2.x. */
    public static final Release LATEST_OPENRTB = OPENRTB_2_6_202606;
    /** The last release of Native. */
    public static final Release LATEST_NATIVE = NATIVE_1_2;

    /** Which specification a release belongs to. */
    public enum Family {
        /** OpenRTB 2.x. */
        OPENRTB,
        /** The native ads of OpenRTB. */
        NATIVE
    }

    private final Family family;
    private final String label;

    Release(Family family, String label) {
        this.family = family;
        this.label = label;
    }

    /**
     * The release of OpenRTB that is written like this: {@code 2.5}, {@code 2.6-202303}, or {@code 2.6}, which is the
     * last one.
     */
    public static Optional<Release> openrtb(String label) {
        return label.equals("2.6") ? Optional.of(LATEST_OPENRTB) : of(Family.OPENRTB, label);
    }

    /** The release of Native that is written like this, such as {@code 1.2}. */
    public static Optional<Release> nativeAd(String label) {
        return of(Family.NATIVE, label);
    }

    private static Optional<Release> of(Family family, String label) {
        for (Release release : values()) {
            if (release.family == family && release.label.equals(label)) {
                return Optional.of(release);
            }
        }
        return Optional.empty();
    }

    /** Which specification it belongs to. */
    public Family family() {
        return family;
    }

    /** The first release of its specification. */
    static Release first(Family family) {
        return family == Family.NATIVE ? NATIVE_1_0 : OPENRTB_2_5;
    }

    /** Whether it is this release or a later one of the same specification. */
    public boolean isAtLeast(Release other) {
        return family == other.family && compareTo(other) >= 0;
    }

    /** The version, such as {@code 2.6} for all releases of 2.6. */
    public String version() {
        int dash = label.indexOf('-');
        return dash < 0 ? label : label.substring(0, dash);
    }

    /** The release as it is written, such as {@code 2.6-202303}. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
