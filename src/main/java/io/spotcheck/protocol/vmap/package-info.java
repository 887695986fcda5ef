/**
 * VMAP 1.0 and 1.0.1: asks for a schedule, resolves the VAST of all its breaks side by side, says which of them are due
 * at a playhead, and tracks their events ({@code VMAP 1.0.1}). A tag of which nobody says what it answers is asked by
 * {@link io.spotcheck.protocol.vmap.TagProtocolHandler}.
 */
@NullMarked
package io.spotcheck.protocol.vmap;

import org.jspecify.annotations.NullMarked;
