package io.spotcheck.ad;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an overlay declares beyond its resources (VAST 4.3 §3.12.1).
 *
 * @param identity            what tells it from others
 * @param expandedWidth       its largest width, in pixels
 * @param expandedHeight      its largest height, in pixels
 * @param scalable            whether it may be scaled with the player
 * @param maintainAspectRatio whether scaling keeps its shape
 * @param adParameters        data for it, as declared
 */
public record NonLinearDetails(CreativeIdentity identity, OptionalInt expandedWidth, OptionalInt expandedHeight,
                               Optional<Boolean> scalable, Optional<Boolean> maintainAspectRatio,
                               Optional<String> adParameters) {

    private static final NonLinearDetails NONE = new NonLinearDetails(CreativeIdentity.none(), OptionalInt.empty(),
            OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Nothing more. */
    public static NonLinearDetails none() {
        return NONE;
    }
}
