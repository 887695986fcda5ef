/**
 * What a VAST document says, without asking anybody: {@link io.spotcheck.protocol.vast.document.VastReader} turns
 * located elements into a {@link io.spotcheck.protocol.vast.document.VastDocument}. Following wrappers and choosing
 * is the affair of the package above.
 */
@NullMarked
package io.spotcheck.protocol.vast.document;

import org.jspecify.annotations.NullMarked;
