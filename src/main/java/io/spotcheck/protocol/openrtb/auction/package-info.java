/**
 * The auction: which bids may take part, which ones win, what they pay, and why the others lost. No I/O; the same
 * bids always give the same decision.
 */
@NullMarked
package io.spotcheck.protocol.openrtb.auction;

import org.jspecify.annotations.NullMarked;
