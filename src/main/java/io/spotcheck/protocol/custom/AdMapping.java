package io.spotcheck.protocol.custom;

import java.util.List;
import java.util.Optional;

/**
 * The option {@code answer.ads}: what an ad is. Only one of {@code creatives} and {@code vast} is needed.
 *
 * @param each       {@code each}: where the list of ads is; the places below are then seen from each of them. When left
 *                   out, the answer is one ad, and the places are seen from the whole
 * @param id         {@code id}: its identifier
 * @param title      {@code title}: its title
 * @param advertiser {@code advertiser}: who pays for it
 * @param campaign   {@code campaign}: the campaign that it belongs to
 * @param system     {@code system}: the system that served it
 * @param creatives  {@code creatives}: one {@link CreativeMapping} or a list of them
 * @param vast       {@code vast}: where, in the place of {@code creatives}, VAST stands as a text, or the address of a
 *                   tag that serves it; what it comes to are the ads
 * @param tracking   {@code tracking}: beacons of the ad as a whole, see {@link TrackingMapping}
 * @param option     the path of the option
 */
record AdMapping(Optional<String> each, Optional<ValueMapping> id, Optional<ValueMapping> title,
                 Optional<ValueMapping> advertiser, Optional<ValueMapping> campaign, Optional<ValueMapping> system,
                 List<CreativeMapping> creatives, Optional<ValueMapping> vast, List<TrackingMapping> tracking,
                 String option) {

    AdMapping {
        creatives = List.copyOf(creatives);
        tracking = List.copyOf(tracking);
    }

    /**
     * Reads the option.
     *
     * @throws IllegalArgumentException if it is wrong; it says which part
     */
    static AdMapping of(Section ad, AnswerFormat format) {
        ad.only("each", "id", "title", "advertiser", "campaign", "system", "creatives", "vast",
                "tracking");
        List<CreativeMapping> creatives =
                ad.sections("creatives").stream().map(creative -> CreativeMapping.of(creative, format)).toList();
        Optional<ValueMapping> vast = ValueMapping.of(ad, "vast", format);
        if (creatives.isEmpty() && vast.isEmpty()) {
            throw Section.wrong(ad.path("creatives"),
                    "is missing: it says what there is to show; where the answer carries VAST, write “vast”");
        }
        if (!creatives.isEmpty() && vast.isPresent()) {
            throw Section.wrong(ad.path("vast"), "cannot go with “creatives”");
        }
        Optional<String> each = ad.text("each");
        each.ifPresent(place -> format.check(ad.path("each"), place));
        return new AdMapping(each, ValueMapping.of(ad, "id", format), ValueMapping.of(ad, "title", format),
                ValueMapping.of(ad, "advertiser", format), ValueMapping.of(ad, "campaign", format),
                ValueMapping.of(ad, "system", format), creatives, vast,
                TrackingMapping.of(ad, format), ad.path());
    }
}
