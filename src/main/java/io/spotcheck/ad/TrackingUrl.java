package io.spotcheck.ad;

import io.spotcheck.resolution.Location;
import java.util.Objects;
import java.util.Optional;

/**
 * A beacon that a document declares, before macros.
 *
 * @param event    the event it belongs to, such as {@code impression}, {@code start} or {@code error}
 * @param url      the URL as declared, without surrounding blanks
 * @param hop      the document that declares it: 0 is the outermost
 * @param offset   when in the playback it is due, as declared, for {@code progress}
 * @param nodeId   the node of the resolution tree that declares it
 * @param location the place in that node's document
 */
public record TrackingUrl(String event, String url, int hop, Optional<String> offset, int nodeId,
                          Optional<Location> location) {

    /** Checks that nothing is missing. */
    public TrackingUrl {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(offset, "offset");
        Objects.requireNonNull(location, "location");
    }

    /** A beacon of the outermost document, without a place. */
    public static TrackingUrl of(String event, String url) {
        return new TrackingUrl(event, url, 0, Optional.empty(), 0, Optional.empty());
    }
}
