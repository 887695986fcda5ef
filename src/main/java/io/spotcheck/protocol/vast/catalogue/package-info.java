/**
 * What VAST consists of, as data: every element, attribute, event and macro of the versions 2.0 to 4.3, with where it
 * may stand, how often, what it holds, since when and until when. The resources {@code catalogue.yaml} and
 * {@code macros.yaml} are the one readable place for it; {@link io.spotcheck.protocol.vast.catalogue.VastCatalogue}
 * and {@link io.spotcheck.protocol.vast.catalogue.MacroTable} hold them in memory, read once.
 *
 * <p>The lint engine is its first reader. Completion and documentation in an editor need nothing else.
 */
@NullMarked
package io.spotcheck.protocol.vast.catalogue;

import org.jspecify.annotations.NullMarked;
