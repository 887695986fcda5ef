package io.spotcheck.protocol.vast;

import io.spotcheck.ad.Dimensions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a player can play.
 *
 * @param player     its size
 * @param types      {@code MEDIAMIME}: the MIME types that it takes; any when empty
 * @param codecs     {@code codecs}: the codecs that it takes, or beginnings of their names; any when empty
 * @param maxBitrate {@code maxBitrate}: the most that its connection bears, in kbit/s
 * @param delivery   {@code delivery}: {@code progressive} or {@code streaming}, when it takes only one
 * @param vpaid      whether it runs VPAID
 * @param audio      whether sound is what it is for
 */
record MediaTerms(Optional<Dimensions> player, List<String> types, List<String> codecs, OptionalInt maxBitrate,
                  Optional<String> delivery, boolean vpaid, boolean audio) {

    MediaTerms {
        types = List.copyOf(types);
        codecs = List.copyOf(codecs);
    }

    /** A player of this size that plays everything. */
    static MediaTerms of(Optional<Dimensions> player) {
        return new MediaTerms(player, List.of(), List.of(), OptionalInt.empty(), Optional.empty(), true, false);
    }

    /** The same player for sound. */
    MediaTerms forAudio() {
        return new MediaTerms(player, types, codecs, maxBitrate, delivery, vpaid, true);
    }
}
