package io.spotcheck.protocol.openrtb.macro;

import java.util.Optional;

/**
 * Encodes the value of a macro that asks for it, as {@code ${AUCTION_PRICE:B64}} does (OpenRTB 2.6 §4.4). Which names
 * mean which algorithm, exchange and bidder agree upon. Found by {@link java.util.ServiceLoader}, so that a jar on the
 * class path can bring one.
 */
public interface MacroEncoder {

    /** The name behind the colon, such as {@code B64}. */
    String name();

    /**
     * The encoded value, to be put where the macro stands.
     *
     * @param value the plain value, never empty
     * @return nothing when the algorithm has no way to encode this value
     */
    Optional<String> encode(String value);
}
