package io.spotcheck.protocol.vast;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroValues;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The values that an ad has for the macros of its beacons (VAST 4.3 §6.2). */
final class AdMacros {

    private AdMacros() {
    }

    /**
     * What the ad of a beacon says.
     *
     * @param adIndex the ad, from 0; when empty, the one that declares the beacon
     */
    static MacroValues of(TrackingUrl beacon, AdResponse response, OptionalInt adIndex) {
        OptionalInt index = adIndex.isPresent() ? adIndex : IntStream.range(0, response.ads().size())
                .filter(i -> response.ads().get(i).tracking().contains(beacon)).findFirst();
        return index.isPresent() ? of(response.ads().get(index.getAsInt()), played(response, index.getAsInt()))
                : MacroValues.none();
    }

    /** How many ads were played so far, this one included: each break of a schedule counts for itself. */
    private static int played(AdResponse response, int index) {
        int node = response.ads().get(index).nodeId();
        return 1 + response.breaks().stream().map(each -> each.ads().stream().map(Ad::nodeId).toList().indexOf(node))
                .filter(place -> place >= 0).findFirst().orElse(index);
    }

    private static MacroValues of(Ad ad, int played) {
        MacroValues values = MacroValues.none().with("ADCOUNT", String.valueOf(played))
                .with("ADTYPE", ad.details().type().wireName());
        if (ad.adServingId().isPresent()) {
            values = values.with("ADSERVINGID", ad.adServingId().get());
        }
        if (!ad.universalAdIds().isEmpty()) {
            values = values.with("UNIVERSALADID", ad.universalAdIds().stream()
                    .map(id -> id.registry() + " " + id.value()).toList());
        }
        if (ad.sequence().isPresent()) {
            values = values.with("PODSEQUENCE", String.valueOf(ad.sequence().getAsInt()));
        }
        if (ad.chosenMediaFile().isPresent()) {
            values = values.with("ASSETURI", ad.chosenMediaFile().get().url());
        }
        if (ad.linears().anyMatch(linear -> linear.skipOffset().isPresent())) {
            values = values.with("INVENTORYSTATE", List.of("skippable"));
        }
        return values;
    }
}
