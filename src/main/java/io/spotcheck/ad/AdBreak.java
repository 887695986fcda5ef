package io.spotcheck.ad;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A break of a schedule, and the ads that it came to.
 *
 * @param timeOffset when it is due, as declared: {@code hh:mm:ss[.mmm]}, {@code n%}, {@code start}, {@code end} or
 *                   {@code #m}
 * @param offset     the same from the content's start, when that can be said
 * @param breakId    its identifier
 * @param breakTypes what may be shown in it: {@code linear}, {@code nonlinear}, {@code display}
 * @param due        whether it is due at the request's playhead
 * @param ads        its ads, in the order of showing
 * @param error      why it has none
 * @param tracking   the break's own beacons: {@code breakStart}, {@code breakEnd} and {@code error}
 * @param nodeId     its node in the resolution tree
 */
public record AdBreak(String timeOffset, Optional<Duration> offset, Optional<String> breakId,
                      List<String> breakTypes, boolean due, List<Ad> ads, Optional<AdError> error,
                      List<TrackingUrl> tracking, int nodeId) {

    /** Copies the lists. */
    public AdBreak {
        Objects.requireNonNull(timeOffset, "timeOffset");
        breakTypes = List.copyOf(breakTypes);
        ads = List.copyOf(ads);
        tracking = List.copyOf(tracking);
    }
}
