package io.spotcheck.protocol.openrtb.auction;

import io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue;

/** Why a bid did not win, as far as this auction gives reasons (OpenRTB 3.0, list Loss Reason Codes). */
public enum LossReason {
    WON(0),
    INVALID_RESPONSE(3),
    INVALID_DEAL(4),
    INVALID_AUCTION(5),
    INVALID_ADVERTISER(6),
    MISSING_MARKUP(7),
    MISSING_PRICE(9),
    BELOW_FLOOR(100),
    BELOW_DEAL_FLOOR(101),
    HIGHER_BID(102),
    DEAL(103),
    SEAT_BLOCKED(104),
    CREATIVE(200),
    CREATIVE_SIZE(203),
    CREATIVE_FORMAT(204),
    CREATIVE_ADVERTISER(205),
    CREATIVE_APP(206),
    CREATIVE_NOT_SECURE(207),
    CREATIVE_LANGUAGE(208),
    CREATIVE_CATEGORY(209),
    CREATIVE_ATTRIBUTE(210),
    CREATIVE_AD_TYPE(211);

    private final int code;

    LossReason(int code) {
        this.code = code;
    }

    /** The code that bidders are told. */
    public int code() {
        return code;
    }

    /** What the list says of it. */
    public String text() {
        return RtbCatalogue.standard().lossReasons().meaning(code).orElseThrow();
    }

    /** Whether the price decided: the bidder may then know which price would have won (OpenRTB 2.6 §4.4.1). */
    public boolean isAboutPrice() {
        return this == BELOW_FLOOR || this == BELOW_DEAL_FLOOR || this == HIGHER_BID || this == DEAL;
    }
}
