package io.spotcheck.protocol.openrtb.request;

import io.spotcheck.json.JsonElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * An impression that a bid request offers (OpenRTB 2.6 §3.2.4).
 *
 * @param id      its identifier, empty when it has none
 * @param element the object
 */
public record Impression(String id, JsonElement element) {

    /** The currency of floors that do not name one. */
    public static final String DEFAULT_CURRENCY = "USD";

    /** An impression as it stands in the request. */
    public Impression(JsonElement element) {
        this(element.string("id").orElse(""), element);
    }

    /** The kinds of ads that an impression can be offered for; the number is the {@code mtype} of a bid. */
    public enum Kind {
        BANNER(1), VIDEO(2), AUDIO(3), NATIVE(4);

        private final int mtype;

        Kind(int mtype) {
            this.mtype = mtype;
        }

        /** The name of the object in the impression. */
        public String member() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of this {@code bid.mtype} (OpenRTB 2.6 §4.2.3). */
        public static Optional<Kind> of(int mtype) {
            return Stream.of(values()).filter(k -> k.mtype == mtype).findFirst();
        }
    }

    /**
     * A private marketplace deal (OpenRTB 2.6 §3.2.12).
     *
     * @param id      its identifier
     * @param element the object
     */
    public record Deal(String id, JsonElement element) {

        /** Its own auction type: 1, 2, or 3 for the agreed price in {@code bidfloor}. */
        public OptionalInt auctionType() {
            return element.integer("at");
        }

        /** The price that was agreed upon, or the least one. */
        public Optional<BigDecimal> floor() {
            return element.number("bidfloor");
        }

        /** The currency of its floors; it does not inherit from the impression. */
        public String currency() {
            return element.string("bidfloorcur").orElse(DEFAULT_CURRENCY);
        }
    }

    /** What it is offered for. */
    public List<Kind> kinds() {
        return Stream.of(Kind.values()).filter(k -> element.has(k.member())).toList();
    }

    /** The object of a kind. */
    public Optional<JsonElement> of(Kind kind) {
        return element.member(kind.member()).filter(JsonElement::isObject);
    }

    /** The least price of an open bid, zero when left out. */
    public BigDecimal floor() {
        return element.number("bidfloor").orElse(BigDecimal.ZERO);
    }

    /** The currency of the floors of the impression and of its video and audio. */
    public String floorCurrency() {
        return element.string("bidfloorcur").orElse(DEFAULT_CURRENCY);
    }

    /** Whether only bids on its deals may take part. */
    public boolean isPrivateAuction() {
        return element.descend("pmp", "private_auction").map(JsonElement::integer)
                .filter(flag -> flag.orElse(0) == 1).isPresent();
    }

    /** Its deals. */
    public List<Deal> deals() {
        var deals = new ArrayList<Deal>();
        element.member("pmp").map(pmp -> pmp.items("deals")).orElse(List.of()).stream().filter(JsonElement::isObject)
                .forEach(d -> deals.add(new Deal(d.string("id").orElse(""), d)));
        return deals;
    }

    /** The deal of this identifier. */
    public Optional<Deal> deal(String dealId) {
        return deals().stream().filter(d -> d.id().equals(dealId)).findFirst();
    }

    /** The number of impressions that one showing counts for, as in {@code qty.multiplier}. */
    public Optional<BigDecimal> multiplier() {
        return element.descend("qty", "multiplier").flatMap(JsonElement::number);
    }

    /** The pod that it belongs to (OpenRTB 2.6 §7.6). */
    public Optional<String> podId() {
        return Stream.of(Kind.VIDEO, Kind.AUDIO).flatMap(kind -> of(kind).stream())
                .flatMap(media -> media.string("podid").stream()).findFirst();
    }

    /** The object that says how long an ad may be: that of the kind, video before audio when none is named. */
    public Optional<JsonElement> timed(Optional<Kind> kind) {
        if (kind.isPresent() && (kind.get() == Kind.BANNER || kind.get() == Kind.NATIVE)) {
            return Optional.empty();
        }
        return kind.isPresent() ? of(kind.get()) : of(Kind.VIDEO).or(() -> of(Kind.AUDIO));
    }
}
