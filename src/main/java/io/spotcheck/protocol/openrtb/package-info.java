/**
 * OpenRTB 2.5 and 2.6: builds bid requests, asks bidders, holds the auction, serves the winner's markup and notifies
 * winners and losers ({@code OpenRTB 2.6-202606}).
 *
 * <p>The specification leaves the exchange its policies. These are ours, each with an option: bids compete by price
 * unless {@code dealsFirst}; the second price is the next bid plus {@code increment} (0.01), never more than the bid
 * and never less than the floor; a winner without an ad makes way for the next best unless {@code nextBest} is false.
 * An answer is kept no longer than its winners wait for the impression ({@code exp}), and not at all when they do not
 * say.
 */
@NullMarked
package io.spotcheck.protocol.openrtb;

import org.jspecify.annotations.NullMarked;
