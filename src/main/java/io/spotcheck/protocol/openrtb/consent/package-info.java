/**
 * Consent strings, decoded by the IAB's own libraries, so that a tester can read what a request says.
 */
@NullMarked
package io.spotcheck.protocol.openrtb.consent;

import org.jspecify.annotations.NullMarked;
