package io.spotcheck.protocol.openrtb.response;

import io.spotcheck.json.JsonElement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A bid as a bidder made it (OpenRTB 2.6 §4.2.3). What this record does not name stands in the element.
 *
 * @param id      the bidder's identifier for it
 * @param impId   the impression that it is for
 * @param price   what is offered, per thousand
 * @param dealId  the deal that it is on
 * @param markup  the ad's markup, {@code adm}
 * @param winUrl  the win notice, {@code nurl}, which may serve the markup
 * @param billUrl the billing notice, {@code burl}
 * @param lossUrl the loss notice, {@code lurl}
 * @param element the object
 */
public record OfferedBid(Optional<String> id, Optional<String> impId, Optional<BigDecimal> price,
                         Optional<String> dealId, Optional<String> markup, Optional<String> winUrl,
                         Optional<String> billUrl, Optional<String> lossUrl, JsonElement element) {

    /** The identifier, or the place in the document where there is none. */
    public String name() {
        return id.orElseGet(element::pointer);
    }

    /** A text of the bid, such as {@code crid}. */
    public Optional<String> text(String name) {
        return element.string(name).filter(t -> !t.isEmpty());
    }

    /** The texts of an array of the bid, such as {@code adomain}. */
    public List<String> texts(String name) {
        return element.strings(name).toList();
    }

    /** A whole number of the bid, such as {@code w}. */
    public OptionalInt integer(String name) {
        return element.integer(name);
    }

    /** The whole numbers of an array of the bid, such as {@code attr}. */
    public List<Integer> integers(String name) {
        return element.items(name).stream().map(JsonElement::integer).filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt).toList();
    }
}
