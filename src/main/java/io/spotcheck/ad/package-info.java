/**
 * The vocabulary that all protocols share: what is asked for ({@link io.spotcheck.ad.AdRequest}), what came
 * back ({@link io.spotcheck.ad.AdResponse}) and what it is made of. No I/O, nothing mutable.
 */
@NullMarked
package io.spotcheck.ad;

import org.jspecify.annotations.NullMarked;
