package io.spotcheck.protocol.vast;

/**
 * What may come of a document to which no wrapper leads.
 *
 * @param multipleAds whether it may serve several ads
 * @param wrappers    whether it may lead further by wrappers
 */
public record Allowance(boolean multipleAds, boolean wrappers) {

    private static final Allowance EVERYTHING = new Allowance(true, true);

    /** Several ads, and wrappers. */
    public static Allowance everything() {
        return EVERYTHING;
    }
}
