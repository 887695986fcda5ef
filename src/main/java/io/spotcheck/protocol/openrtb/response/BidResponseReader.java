package io.spotcheck.protocol.openrtb.response;

import io.spotcheck.ad.ErrorCode;
import io.spotcheck.json.JsonElement;
import io.spotcheck.json.JsonElement.Kind;
import io.spotcheck.json.JsonReader;
import io.spotcheck.json.MalformedJsonException;
import io.spotcheck.protocol.openrtb.catalogue.ListType;
import io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue;
import io.spotcheck.resolution.Location;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads bid responses of OpenRTB 2.x. A value of a wrong type makes the document malformed; a value that is missing or
 * makes no sense concerns its bid alone, and the auction says so. Safe for use by many threads.
 */
public final class BidResponseReader {

    /** Prices beyond this many digits before the point are no prices. */
    private static final int MOST_DIGITS = 15;
    /** Behind the point, programs write out all digits of a binary number: 1.1000000000000001 is a price. */
    private static final int MOST_DECIMALS = 60;
    private static final List<String> TEXTS = List.of("id", "impid", "nurl", "burl", "lurl", "adm", "adid", "bundle",
            "iurl", "cid", "crid", "tactic", "language", "langb", "dealid");
    private static final List<String> NUMBERS = List.of("w", "h", "wratio", "hratio", "exp", "dur", "mtype",
            "slotinpod", "cattax", "api", "protocol", "qagmediarating");
    private static final List<String> LISTS = List.of("adomain", "cat", "attr", "apis");

    private final JsonReader json = new JsonReader();

    /** The document's values. */
    private JsonElement parse(String text) throws BidResponseException {
        try {
            return json.read(text);
        } catch (MalformedJsonException broken) {
            throw new BidResponseException(broken.isLimit() ? ErrorCode.LIMIT_REACHED : ErrorCode.MALFORMED,
                    "The answer is not JSON: " + sentence(broken.getMessage()), broken.location());
        }
    }

    /**
     * Reads an answer with status 200.
     *
     * @throws BidResponseException if it is not a bid response
     */
    public BidResponse read(String text) throws BidResponseException {
        if (text.isBlank()) {
            return new BidResponse.NoBid(BidResponse.Form.EMPTY_BODY, OptionalInt.empty(),
                    "The bidder does not bid: its answer has no body.", Optional.empty());
        }
        JsonElement root = parse(text);
        if (!root.isObject()) {
            throw malformed("A bid response is an object, not " + kind(root) + ".", root.location());
        }
        if (root.has("openrtb")) {
            JsonElement layer = root.member("openrtb").orElseThrow();
            throw new BidResponseException(ErrorCode.UNSUPPORTED, "The answer is one of OpenRTB "
                    + layer.string("ver").orElse("3.0") + ", which is not supported; ask for 2.6.", layer.location());
        }
        if (root.members().isEmpty()) {
            return new BidResponse.NoBid(BidResponse.Form.EMPTY_OBJECT, OptionalInt.empty(),
                    "The bidder does not bid: its answer is an empty object.", Optional.of(root.location()));
        }
        return response(root);
    }

    private BidResponse response(JsonElement root) throws BidResponseException {
        boolean isResponse = root.has("seatbid") || root.has("nbr")
                || root.has("id") && !root.has("imp") && !root.has("assets");
        if (!isResponse) {
            throw malformed("The object is not a bid response: it has neither “seatbid” nor “nbr”.", root.location());
        }
        expect(root, "id", Kind.STRING);
        expect(root, "bidid", Kind.STRING);
        expect(root, "cur", Kind.STRING);
        expect(root, "nbr", Kind.NUMBER);
        expect(root, "seatbid", Kind.ARRAY);
        var seats = new ArrayList<SeatBid>();
        for (JsonElement seat : root.items("seatbid")) {
            seats.add(seat(seat));
        }
        if (seats.stream().allMatch(s -> s.bids().isEmpty())) {
            return noBid(root);
        }
        return new BidResponse.Offers(root.string("id"), root.string("bidid"),
                root.string("cur").map(c -> c.strip().toUpperCase(Locale.ROOT)).orElse("USD"), seats);
    }

    private static BidResponse.NoBid noBid(JsonElement root) {
        OptionalInt code = root.integer("nbr");
        if (code.isPresent()) {
            return new BidResponse.NoBid(BidResponse.Form.REASON, code, "The bidder does not bid: "
                    + meaning(code.getAsInt()) + " (nbr " + code.getAsInt() + ").",
                    root.member("nbr").map(JsonElement::location));
        }
        return new BidResponse.NoBid(BidResponse.Form.EMPTY_SEATBID, code, root.has("seatbid")
                ? "The bidder does not bid: its list of seats has no bid."
                : "The bidder does not bid: its answer names no seat.",
                Optional.of(root.member("seatbid").orElse(root).location()));
    }

    private static String meaning(int code) {
        ListType reasons = RtbCatalogue.standard().list("NoBidReason");
        return reasons.meaning(code).orElse(reasons.allows(code) ? "a reason of the exchange's own"
                : "a code that no list has");
    }

    private static SeatBid seat(JsonElement seat) throws BidResponseException {
        if (!seat.isObject()) {
            throw malformed("A seat is an object, not " + kind(seat) + ".", seat.location());
        }
        expect(seat, "seat", Kind.STRING);
        expect(seat, "group", Kind.NUMBER);
        expect(seat, "bid", Kind.ARRAY);
        var bids = new ArrayList<OfferedBid>();
        for (JsonElement bid : seat.items("bid")) {
            bids.add(bid(bid));
        }
        return new SeatBid(seat.string("seat"), seat.integer("group").orElse(0) == 1, bids);
    }

    private static OfferedBid bid(JsonElement bid) throws BidResponseException {
        if (!bid.isObject()) {
            throw malformed("A bid is an object, not " + kind(bid) + ".", bid.location());
        }
        for (String name : TEXTS) {
            expect(bid, name, Kind.STRING);
        }
        for (String name : NUMBERS) {
            expect(bid, name, Kind.NUMBER);
        }
        for (String name : LISTS) {
            expect(bid, name, Kind.ARRAY);
        }
        expect(bid, "price", Kind.NUMBER);
        Optional<BigDecimal> price = bid.number("price");
        if (price.filter(BidResponseReader::isNoPrice).isPresent()) {
            throw malformed("The price is too large or too fine to be one.",
                    bid.member("price").orElseThrow().location());
        }
        return new OfferedBid(some(bid, "id"), some(bid, "impid"), price, some(bid, "dealid"), some(bid, "adm"),
                some(bid, "nurl"), some(bid, "burl"), some(bid, "lurl"), bid);
    }

    private static boolean isNoPrice(BigDecimal price) {
        return price.signum() != 0 && (price.precision() - (long) price.scale() > MOST_DIGITS
                || price.scale() > MOST_DECIMALS);
    }

    private static Optional<String> some(JsonElement bid, String name) {
        return bid.string(name).filter(text -> !text.isBlank());
    }

    private static void expect(JsonElement object, String name, Kind kind) throws BidResponseException {
        Optional<JsonElement> value = object.member(name).filter(v -> v.kind() != Kind.NULL && v.kind() != kind);
        if (value.isPresent()) {
            throw malformed("“" + name + "” is " + named(kind) + ", not " + kind(value.get()) + ".",
                    value.get().location());
        }
    }

    private static BidResponseException malformed(String message, Location location) {
        return new BidResponseException(ErrorCode.MALFORMED, message, location);
    }

    private static String kind(JsonElement value) {
        return named(value.kind());
    }

    private static String named(Kind kind) {
        return switch (kind) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
        };
    }

    private static String sentence(String message) {
        String line = message.strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
