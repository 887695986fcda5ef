package io.spotcheck.ad;

import io.spotcheck.resolution.Location;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A beacon that a document declares, before macros.
 *
 * @param event    the event it belongs to, such as {@code impression}, {@code start} or {@code error}
 * @param url      the URL as declared, without surrounding blanks
 * @param hop      the document that declares it: 0 is the outermost
 * @param offset   when in the playback it is due, as declared, for {@code progress}
 * @param nodeId   the node of the resolution tree that declares it
 * @param location the place in that node's document
 * @param scope    what it belongs to within the ad
 * @param dueFor   the protocol's code of the failure that it is due for, when it is due for one that happened
 */
public record TrackingUrl(String event, String url, int hop, Optional<String> offset, int nodeId,
                          Optional<Location> location, Scope scope, OptionalInt dueFor) {

    /** What a beacon belongs to within an ad. The same event name means another event in each of them. */
    public enum Scope {
        /** A break of a schedule: its start, its end, its errors. */
        BREAK,
        /** The ad as a whole: impressions, errors, viewability. */
        AD,
        /** A linear creative, its clicks and its progress. */
        LINEAR,
        /** An overlay. */
        NON_LINEAR,
        /** A companion beside the player. */
        COMPANION,
        /** An icon over the player. */
        ICON,
        /** A verification vendor. */
        VERIFICATION;

        /** The name in results, such as {@code non-linear}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A beacon that is due for no failure. */
    public TrackingUrl(String event, String url, int hop, Optional<String> offset, int nodeId,
                       Optional<Location> location, Scope scope) {
        this(event, url, hop, offset, nodeId, location, scope, OptionalInt.empty());
    }

    /** A beacon of the ad as a whole. */
    public TrackingUrl(String event, String url, int hop, Optional<String> offset, int nodeId,
                       Optional<Location> location) {
        this(event, url, hop, offset, nodeId, location, Scope.AD);
    }

    /** Checks that nothing is missing. */
    public TrackingUrl {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(offset, "offset");
        Objects.requireNonNull(location, "location");
    }

    /** This beacon, due for a failure that has this code. */
    public TrackingUrl dueFor(OptionalInt code) {
        return new TrackingUrl(event, url, hop, offset, nodeId, location, scope, code);
    }

    /** A beacon of the outermost document, without a place. */
    public static TrackingUrl of(String event, String url) {
        return new TrackingUrl(event, url, 0, Optional.empty(), 0, Optional.empty());
    }
}
