package io.spotcheck.protocol.openrtb.request;

import io.spotcheck.json.JsonElement;
import io.spotcheck.json.JsonReader;
import io.spotcheck.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bid request as it is sent, and its values (OpenRTB 2.6 §3.2.1).
 *
 * @param id          its identifier
 * @param text        the text that is sent
 * @param root        its values
 * @param impressions what is offered, in order
 */
public record BidRequest(String id, String text, JsonElement root, List<Impression> impressions) {

    private static final int SECOND_PRICE = 2;

    /** Copies the list. */
    public BidRequest {
        impressions = List.copyOf(impressions);
    }

    /**
     * Reads a request.
     *
     * @throws IllegalArgumentException if it is not a bid request of OpenRTB 2.x; the message says why and where
     */
    public static BidRequest read(String text) {
        JsonElement root;
        try {
            root = new JsonReader().read(text);
        } catch (MalformedJsonException broken) {
            throw new IllegalArgumentException("the bid request is not JSON at " + broken.location() + ": "
                    + broken.getMessage().replaceAll("\\.$", ""), broken);
        }
        if (!root.isObject()) {
            throw new IllegalArgumentException("the bid request is not a JSON object");
        }
        if (root.has("openrtb")) {
            throw new IllegalArgumentException("the request is one of OpenRTB "
                    + root.descend("openrtb", "ver").map(JsonElement::text).orElse("3.0")
                    + ", which is not supported; give one of OpenRTB 2.x");
        }
        Optional<JsonElement> imps = root.member("imp");
        if (root.string("id").isEmpty() || imps.filter(JsonElement::isArray).isEmpty()) {
            throw new IllegalArgumentException("a bid request has an “id” and an array “imp” (OpenRTB 2.6 §3.2.1)");
        }
        return new BidRequest(root.string("id").orElseThrow(), text, root, imps.orElseThrow().items().stream()
                .filter(JsonElement::isObject).map(Impression::new).toList());
    }

    /** The impression of this identifier. */
    public Optional<Impression> impression(String impressionId) {
        return impressions.stream().filter(i -> i.id().equals(impressionId)).findFirst();
    }

    /** The auction type: 1 first price, 2 second price plus, from 500 the exchange's own; 2 when left out. */
    public int auctionType() {
        return root.integer("at").orElse(SECOND_PRICE);
    }

    /** Whether it is a test, in which nothing is billed. */
    public boolean isTest() {
        return root.integer("test").orElse(0) == 1;
    }

    /** How long a bidder may take in milliseconds, when it is said. */
    public Optional<Integer> tmax() {
        var millis = root.integer("tmax");
        return millis.isPresent() && millis.getAsInt() > 0 ? Optional.of(millis.getAsInt()) : Optional.empty();
    }

    /** The currencies that bids may be in; any when empty. */
    public List<String> currencies() {
        return texts("cur");
    }

    /** The texts of an array of the request, such as {@code badv}; none when it is left out. */
    public List<String> texts(String name) {
        return root.strings(name).toList();
    }

    /** The taxonomy of its categories, 1 when left out. */
    public int categoryTaxonomy() {
        return root.integer("cattax").orElse(1);
    }

    /**
     * This request with the identifiers of an answer that was recorded earlier. A file cannot know the identifiers that
     * were made up a moment ago; an auction over its bids is still worth seeing. The first impression stands for all
     * that the answer names and the request does not.
     *
     * @param requestId     the answer's identifier
     * @param impressionIds the impressions that its bids name
     */
    public BidRequest answeredBy(String requestId, List<String> impressionIds) {
        var seen = new ArrayList<>(impressions);
        if (!impressions.isEmpty()) {
            impressionIds.stream().distinct().filter(each -> impression(each).isEmpty())
                    .forEach(each -> seen.add(new Impression(each, impressions.getFirst().element())));
        }
        if (!impressionIds.isEmpty()) {
            seen.removeIf(i -> !impressionIds.contains(i.id()));
        }
        return new BidRequest(requestId, text, root, seen);
    }
}
