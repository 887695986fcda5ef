/**
 * JSON with the place of every value: located elements as {@link io.spotcheck.xml} has them for XML. Readers of
 * protocols and the lint engine share it.
 */
@NullMarked
package io.spotcheck.json;

import org.jspecify.annotations.NullMarked;
