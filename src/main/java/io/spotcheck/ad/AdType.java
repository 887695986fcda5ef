package io.spotcheck.ad;

import java.util.Locale;
import java.util.Optional;

/** What an ad is made for (VAST 4.3 §3.3.2). */
public enum AdType {
    /** Pictures and sound. */
    VIDEO,
    /** Sound alone. */
    AUDIO,
    /** Sound with pictures that can be left out. */
    HYBRID;

    /** The type that is written like this, whatever its case. */
    public static Optional<AdType> of(String text) {
        for (AdType type : values()) {
            if (type.wireName().equalsIgnoreCase(text.strip())) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The name in documents and results, such as {@code audio}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
