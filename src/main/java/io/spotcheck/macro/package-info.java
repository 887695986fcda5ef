/**
 * Substitution of macros in tag, wrapper and beacon URLs: one engine over a vocabulary of macros, which a protocol
 * brings as a table. Everything outside a macro survives byte for byte.
 *
 * <p>The engine does not know any protocol: what a macro is called, where it may stand, what its value looks like and
 * what other systems call it says a {@link io.spotcheck.macro.MacroVocabulary}. Who knows what (the request, the
 * player's state, the ad) is joined by the caller, the stronger over the weaker.
 */
@NullMarked
package io.spotcheck.macro;

import org.jspecify.annotations.NullMarked;
