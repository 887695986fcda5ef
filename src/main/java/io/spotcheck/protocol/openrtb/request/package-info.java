/**
 * The bid request (OpenRTB 2.6 §3): built from a request in no protocol's words and a profile's options, with each
 * field where the target version has it, or given complete and sent as it is.
 */
@NullMarked
package io.spotcheck.protocol.openrtb.request;

import org.jspecify.annotations.NullMarked;
