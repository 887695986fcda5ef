package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.resolution.Location;

/**
 * Why something is not shown.
 *
 * @param vastCode the code that VAST has for it
 * @param code     what kind of failure
 * @param message  one plain sentence
 * @param place    where the cause stands
 */
record Refusal(int vastCode, ErrorCode code, String message, Location place) {

    AdError on(int nodeId) {
        return AdError.of(code, message, nodeId).withProtocolCode(vastCode).at(place);
    }
}
