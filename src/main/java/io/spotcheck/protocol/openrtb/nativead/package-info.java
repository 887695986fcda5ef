/**
 * Native ads (OpenRTB Native 1.2 §5): reads the markup of a native bid.
 */
@NullMarked
package io.spotcheck.protocol.openrtb.nativead;

import org.jspecify.annotations.NullMarked;
