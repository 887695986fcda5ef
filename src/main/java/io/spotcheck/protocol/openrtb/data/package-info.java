/**
 * Reads the lists and tables of OpenRTB that are data.
 */
@NullMarked
package io.spotcheck.protocol.openrtb.data;

import org.jspecify.annotations.NullMarked;
