package io.spotcheck.ad;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a companion declares beyond its resources (VAST 4.3 §3.13).
 *
 * @param identity       what tells it from others
 * @param required       how many of the companions around it must be shown
 * @param renderingMode  when and where it is shown, as declared, such as {@code end-card}; {@code default} otherwise
 * @param assetWidth     the width of what it shows, in pixels
 * @param assetHeight    the height of what it shows, in pixels
 * @param expandedWidth  its largest width, in pixels
 * @param expandedHeight its largest height, in pixels
 * @param pixelRatio     the ratio of pixels on the device for which it is made, as declared
 * @param apiFramework   the API that it needs
 * @param adParameters   data for it, as declared
 */
public record CompanionDetails(CreativeIdentity identity, Required required, String renderingMode,
                               OptionalInt assetWidth, OptionalInt assetHeight, OptionalInt expandedWidth,
                               OptionalInt expandedHeight, Optional<String> pixelRatio,
                               Optional<String> apiFramework, Optional<String> adParameters) {

    private static final CompanionDetails NONE = new CompanionDetails(CreativeIdentity.none(), Required.NONE,
            "default", OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(),
            Optional.empty(), Optional.empty(), Optional.empty());

    /** How many of several companions must be shown, lest the ad is not. */
    public enum Required {
        /** Each of them. */
        ALL,
        /** At least one. */
        ANY,
        /** They may be left out. */
        NONE;

        /** The value that is written like this, whatever its case. */
        public static Optional<Required> of(String text) {
            for (Required required : values()) {
                if (required.wireName().equalsIgnoreCase(text.strip())) {
                    return Optional.of(required);
                }
            }
            return Optional.empty();
        }

        /** The name in documents and results, such as {@code any}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Nothing more. */
    public static CompanionDetails none() {
        return NONE;
    }

    /** Whether it is shown when the video has ended. */
    public boolean isEndCard() {
        return renderingMode.equalsIgnoreCase("end-card");
    }
}
