package io.spotcheck.protocol.vast;

/**
 * What may come of a document to which no wrapper leads.
 *
 * @param multipleAds     whether it may serve several ads
 * @param wrappers        whether it may lead further by wrappers
 * @param companionsAlone whether an ad of nothing but companions counts as one that can be shown
 */
public record Allowance(boolean multipleAds, boolean wrappers, boolean companionsAlone) {

    private static final Allowance EVERYTHING = new Allowance(true, true);

    /** What may come of a document whose ads play. */
    public Allowance(boolean multipleAds, boolean wrappers) {
        this(multipleAds, wrappers, false);
    }

    /** Several ads, and wrappers. */
    public static Allowance everything() {
        return EVERYTHING;
    }
}
