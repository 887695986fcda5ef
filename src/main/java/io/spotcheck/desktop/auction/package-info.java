/**
 * The bids of an auction as a table above the tree: what was offered, what became of it, and why. Hidden without any.
 */
@NullMarked
package io.spotcheck.desktop.auction;

import org.jspecify.annotations.NullMarked;
