/**
 * The bid response (OpenRTB 2.6 §4): reads it with the place of every value, and tells bids from each form of no-bid.
 */
@NullMarked
package io.spotcheck.protocol.openrtb.response;

import org.jspecify.annotations.NullMarked;
