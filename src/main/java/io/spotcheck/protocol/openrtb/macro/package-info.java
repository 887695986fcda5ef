/**
 * Substitution macros of notices and markup (OpenRTB 2.6 §4.4), and the encodings of their values.
 */
@NullMarked
package io.spotcheck.protocol.openrtb.macro;

import org.jspecify.annotations.NullMarked;
