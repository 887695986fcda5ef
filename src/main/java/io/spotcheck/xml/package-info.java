/**
 * XML with positions: one StAX pass over the bytes gives elements that know their line, column and path.
 *
 * <p>This floor is not in the first sketch of the house. It stands on the ground beside {@code lint}, because VAST,
 * VMAP and the lint engine all need the same located elements, and none of them should own the others' reader.
 */
@NullMarked
package io.spotcheck.xml;

import org.jspecify.annotations.NullMarked;
