package io.spotcheck.protocol.vast;

import io.spotcheck.ad.Creative;
import io.spotcheck.ad.Dimensions;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.Resource;
import io.spotcheck.protocol.vast.document.VastCreative;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Says whether a player can show what overlays and companions consist of (VAST 4.3 §3.15). */
final class OverlayCheck {

    private OverlayCheck() {
    }

    /** Why an overlay cannot be shown. */
    static Optional<Refusal> refuse(VastCreative.NonLinear overlay, Terms terms) {
        if (!hasShowable(overlay.resources())) {
            return Optional.of(new Refusal(VastCode.OVERLAY_UNSUPPORTED, ErrorCode.UNSUPPORTED,
                    overlay.resources().isEmpty() ? "The overlay has no resource."
                            : "No resource of the overlay is of a kind that players show.",
                    overlay.element().location()));
        }
        return terms.media().player().filter(player -> !fits(overlay.width(), overlay.height(), player))
                .map(player -> new Refusal(VastCode.OVERLAY_TOO_LARGE, ErrorCode.UNSUPPORTED, "The overlay of "
                        + overlay.width().orElse(0) + "x" + overlay.height().orElse(0)
                        + " is larger than the player of " + player + ".", overlay.element().location()));
    }

    static boolean isShowable(Creative.NonLinear overlay, Terms terms) {
        return hasShowable(overlay.resources()) && terms.media().player()
                .filter(player -> !fits(overlay.width(), overlay.height(), player)).isEmpty();
    }

    /** Whether one of the resources is a picture, a page or markup; Flash is none. */
    static boolean hasShowable(List<Resource> resources) {
        return resources.stream().anyMatch(resource -> resource.kind() != Resource.Kind.STATIC
                || resource.type().map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> type.contains("shockwave") || type.contains("flash")).isEmpty());
    }

    private static boolean fits(OptionalInt width, OptionalInt height, Dimensions player) {
        return width.orElse(0) <= player.width() && height.orElse(0) <= player.height();
    }
}
