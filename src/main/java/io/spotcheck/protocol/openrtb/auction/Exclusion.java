package io.spotcheck.protocol.openrtb.auction;

/**
 * Why a bid may not take part.
 *
 * @param reason  by the list
 * @param message in one plain sentence
 */
public record Exclusion(LossReason reason, String message) {
}
