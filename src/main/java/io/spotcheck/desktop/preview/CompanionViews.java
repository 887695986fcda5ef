package io.spotcheck.desktop.preview;

import io.spotcheck.ad.Creative;
import io.spotcheck.ad.TrackingUrl.Scope;
import io.spotcheck.desktop.preview.PreviewModel.Subject;
import io.spotcheck.desktop.session.Beacons;
import io.spotcheck.macro.MacroValues;
import java.util.HashSet;
import java.util.Set;

/** Tracks that companions were shown: a companion's {@code creativeView} is its own, not the ad's (VAST 4.3 §3.13). */
final class CompanionViews {

    private static final String VIEW = "creativeView";

    private final Beacons beacons;
    private final Set<Integer> seen = new HashSet<>();

    CompanionViews(Beacons beacons) {
        this.beacons = beacons;
    }

    /** A companion of this ad is on show; counts once until all is forgotten. */
    void shown(Subject subject, Creative.Companion companion) {
        boolean declared = subject.ad().tracking().stream().anyMatch(beacon -> beacon.scope() == Scope.COMPANION
                && beacon.nodeId() == companion.nodeId() && beacon.event().equals(VIEW));
        if (declared && seen.add(companion.nodeId())) {
            beacons.trackCreative(VIEW, subject.index(), companion.nodeId(), MacroValues.none());
        }
    }

    /** Forgets what was shown. */
    void forget() {
        seen.clear();
    }
}
