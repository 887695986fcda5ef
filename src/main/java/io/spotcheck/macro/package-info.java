/**
 * Substitution of macros in tag, wrapper and beacon URLs: one engine over a table of macros.
 * Everything outside a macro survives byte for byte.
 */
@NullMarked
package io.spotcheck.macro;

import org.jspecify.annotations.NullMarked;
