package io.spotcheck.protocol.vast.document;

import io.spotcheck.ad.Icon;
import java.util.List;

/**
 * An icon and what it wants to be told.
 *
 * @param icon    the icon
 * @param beacons its views and clicks
 */
public record VastIcon(Icon icon, List<Beacon> beacons) {

    /** Copies the list. */
    public VastIcon {
        beacons = List.copyOf(beacons);
    }
}
