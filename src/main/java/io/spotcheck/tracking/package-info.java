/**
 * Beacons: fired over a transport, or only recorded. What was done with each URL is a
 * {@link io.spotcheck.tracking.TrackingEvent}.
 */
@NullMarked
package io.spotcheck.tracking;

import org.jspecify.annotations.NullMarked;
