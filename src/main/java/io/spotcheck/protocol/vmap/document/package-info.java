/**
 * What a VMAP document says, without asking anybody: {@link io.spotcheck.protocol.vmap.document.VmapReader} turns
 * located elements into a {@link io.spotcheck.protocol.vmap.document.VmapDocument}. Resolving the ads of its breaks is
 * the affair of the package above.
 */
@NullMarked
package io.spotcheck.protocol.vmap.document;

import org.jspecify.annotations.NullMarked;
