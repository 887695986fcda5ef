package io.spotcheck.ad;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a media file declares beyond what is needed to choose it (VAST 4.3 §3.9.1).
 *
 * @param id                  its identifier
 * @param minBitrate          in kbit/s
 * @param maxBitrate          in kbit/s
 * @param scalable            whether it may be scaled with the player
 * @param maintainAspectRatio whether scaling keeps its shape
 * @param fileSize            in bytes
 * @param mediaType           such as {@code 2D} or {@code 360}, as declared
 */
public record MediaFileDetails(Optional<String> id, OptionalInt minBitrate, OptionalInt maxBitrate,
                               Optional<Boolean> scalable, Optional<Boolean> maintainAspectRatio,
                               OptionalLong fileSize, Optional<String> mediaType) {

    private static final MediaFileDetails NONE = new MediaFileDetails(Optional.empty(), OptionalInt.empty(),
            OptionalInt.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());

    /** Nothing more. */
    public static MediaFileDetails none() {
        return NONE;
    }
}
