package io.spotcheck.protocol.openrtb.terms;

import java.util.Collection;

/** Categories of content and of ads. */
public final class Categories {

    private Categories() {
    }

    /** Whether it is one of these, or below one: in Content Taxonomy 1.0, IAB25 stands for IAB25-3 as well. */
    public static boolean isAmong(String category, Collection<String> known) {
        int dash = category.indexOf('-');
        return known.contains(category) || dash > 0 && known.contains(category.substring(0, dash));
    }
}
