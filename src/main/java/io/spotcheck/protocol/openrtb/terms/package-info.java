/**
 * The terms of an offer, on which the lint of a response and the auction agree: which floor counts, which languages are
 * wanted, what a markup loads and is made of. No I/O.
 */
@NullMarked
package io.spotcheck.protocol.openrtb.terms;

import org.jspecify.annotations.NullMarked;
