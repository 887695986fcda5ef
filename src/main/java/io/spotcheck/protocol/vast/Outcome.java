package io.spotcheck.protocol.vast;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdError;
import java.util.List;

/** What came of a document or of one ad in it. */
sealed interface Outcome {

    /**
     * There are ads.
     *
     * @param ads at least one
     */
    record Served(List<Ad> ads) implements Outcome {

        public Served {
            ads = List.copyOf(ads);
        }
    }

    /**
     * There is none.
     *
     * @param error why, and who wants to be told
     */
    record Failed(AdError error) implements Outcome {
    }
}
