package io.spotcheck.protocol.openrtb.auction;

import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.terms.MarkupContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the ads of one pod have, of which it shows no second one: advertisers, categories, creatives, media files, as
 * the impression's {@code poddedupe} says (AdCOM 1.0, list Pod Deduplication Settings). Knows the winners of all
 * impressions of a pod.
 */
final class PodDedupe {

    private final Set<Mark> taken = new HashSet<>();

    /** By what ads of a pod are told apart. */
    private enum Setting {
        ADVERTISER(1, LossReason.CREATIVE_ADVERTISER, "the advertiser"),
        CATEGORY(2, LossReason.CREATIVE_CATEGORY, "the category"),
        CREATIVE(3, LossReason.CREATIVE, "the creative"),
        MEDIA_FILE(4, LossReason.CREATIVE, "the media file");

        private final int value;
        private final LossReason reason;
        private final String name;

        Setting(int value, LossReason reason, String name) {
            this.value = value;
            this.reason = reason;
            this.name = name;
        }
    }

    /** One thing that an ad has. */
    private record Mark(Setting setting, String text) {
    }

    /**
     * Why a bid would repeat what the pod has; empty when it would not.
     *
     * @param media the video that is offered
     */
    Optional<Exclusion> repeated(Offer offer, JsonElement media) {
        List<JsonElement> settings = media.items("poddedupe");
        return Stream.of(Setting.values())
                .filter(setting -> settings.stream().anyMatch(s -> s.integer().orElse(0) == setting.value))
                .flatMap(setting -> marks(offer, setting)).filter(taken::contains).findFirst()
                .map(mark -> new Exclusion(mark.setting.reason, "The pod has " + mark.setting.name + " " + mark.text
                        + " already, and takes none twice."));
    }

    /** Remembers what a winner has. */
    void take(Offer offer) {
        Stream.of(Setting.values()).flatMap(setting -> marks(offer, setting)).forEach(taken::add);
    }

    private static Stream<Mark> marks(Offer offer, Setting setting) {
        var texts = new ArrayList<String>();
        switch (setting) {
            case ADVERTISER -> offer.bid().texts("adomain").forEach(d -> texts.add(d.strip().toLowerCase(Locale.ROOT)));
            case CATEGORY -> offer.bid().texts("cat").forEach(category -> texts.add(category
                    + (offer.bid().integer("cattax").orElse(1) == 1 ? ""
                    : " of taxonomy " + offer.bid().integer("cattax").getAsInt())));
            case CREATIVE -> offer.bid().text("crid").ifPresent(texts::add);
            case MEDIA_FILE -> offer.bid().markup().map(MarkupContent::mediaFiles).ifPresent(texts::addAll);
        }
        return texts.stream().map(text -> new Mark(setting, text));
    }
}
