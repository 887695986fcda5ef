package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.catalogue.Release;
import java.util.Optional;

/**
 * What is known of documents beyond their content.
 *
 * @param release the release of OpenRTB by which requests and responses are judged, whatever their fields show
 * @param request the root of the request that responses answer
 */
public record RtbExpectation(Optional<Release> release, Optional<JsonElement> request) {

    /** Nothing is known. */
    public static RtbExpectation none() {
        return new RtbExpectation(Optional.empty(), Optional.empty());
    }
}
