package io.spotcheck.desktop.preview;

import io.spotcheck.ad.CompanionDetails.Required;
import io.spotcheck.ad.Creative;
import io.spotcheck.desktop.preview.PreviewModel.Subject;
import io.spotcheck.desktop.session.Beacons;
import io.spotcheck.protocol.PlayerState;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Tracks that companions and overlays could not be shown, each once in a playback. A companion that must be shown has a
 * code of its own (VAST 4.3 §2.3.6 and §3.13).
 */
final class ResourceErrors {

    private static final int REQUIRED_NOT_SHOWN = 602;

    private final Beacons beacons;
    private final Set<Integer> failed = new HashSet<>();

    ResourceErrors(Beacons beacons) {
        this.beacons = beacons;
    }

    /** A creative of this ad cannot be shown; gives the code that its servers are told. */
    int failed(Subject subject, Creative creative, ResourceFault fault) {
        boolean first = failed.add(creative.nodeId());
        int code = isRequired(subject, creative) ? REQUIRED_NOT_SHOWN : fault.code(creative);
        if (first) {
            beacons.track("error", OptionalInt.of(subject.index()),
                    PlayerState.unknown().withErrorCode(code).macros());
        }
        return code;
    }

    /** Forgets what failed. */
    void forget() {
        failed.clear();
    }

    /** Whether the ad must not be shown without it: of companions of which any will do, when all have failed. */
    private boolean isRequired(Subject subject, Creative creative) {
        if (!(creative instanceof Creative.Companion companion)) {
            return false;
        }
        return switch (companion.details().required()) {
            case ALL -> true;
            case ANY -> subject.ad().creatives().stream().filter(Creative.Companion.class::isInstance)
                    .map(Creative.Companion.class::cast).filter(other -> other.details().required() == Required.ANY)
                    .allMatch(other -> failed.contains(other.nodeId()));
            case NONE -> false;
        };
    }
}
