package io.spotcheck.sandbox;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule by which the sandbox makes answers that no document on disk could give; its values are defaults and
 * limits.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "does")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Behaviour.Delay.class, name = "delay"),
    @JsonSubTypes.Type(value = Behaviour.Status.class, name = "status"),
    @JsonSubTypes.Type(value = Behaviour.Redirect.class, name = "redirect"),
    @JsonSubTypes.Type(value = Behaviour.Chain.class, name = "chain"),
    @JsonSubTypes.Type(value = Behaviour.Oversize.class, name = "oversize"),
    @JsonSubTypes.Type(value = Behaviour.House.class, name = "house"),
    @JsonSubTypes.Type(value = Behaviour.Bidders.class, name = "bid"),
})
sealed interface Behaviour {
    /** Returns the path below which the rule answers. */
    String route();

    /** Answers late: {@code ?ms=N} asks for another delay. */
    record Delay(String route, String template, int delayMs, int longestMs) implements Behaviour {
    }

    /** Answers with the status that the path names. */
    record Status(String route) implements Behaviour {
    }

    /** Redirects as often as the path says, then to a tag; {@code ?relative} and {@code ?status=N} change how. */
    record Redirect(String route, String to, int status, int most) implements Behaviour {
    }

    /** Is as many wrappers as the path says, then an ad. */
    record Chain(String route, String wrapper, String inline, int most) implements Behaviour {
    }

    /** Streams a document of that size; {@code ?gzip} compresses it, {@code ?mib=N} asks for another size. */
    record Oversize(String route, String template, int mebibytes, int mostMebibytes) implements Behaviour {
    }

    /**
     * Is an ad server with a protocol of its own: {@code GET /house/PLACEMENT}, {@code .json} or {@code .xml}, with
     * {@code viewer}, {@code width} and {@code height} in the query, or a {@code POST} of JSON or a form.
     */
    record House(String route, List<Placement> placements, Placement otherwise) implements Behaviour {
        /** What is served in a place; one that has no XML serves none there. */
        record Placement(String name, String json, Optional<String> xml) {
        }
    }

    /** Is a row of OpenRTB bidders: {@code POST /openrtb/NAME} a bid request, or {@code GET} it for a made-up one. */
    record Bidders(String route, List<Bidder> bidders) implements Behaviour {
        /**
         * One bidder. It answers with that text, or not at all, or bids for what the request offers.
         *
         * @param name     the last part of its path
         * @param status   the status of an answer without a body
         * @param delayMs  how long it thinks
         * @param text     an answer that is always the same; {@code REQUEST} in it becomes the request's identifier
         * @param currency the currency of its prices, dollars when left out
         * @param seats    in whose names it bids
         */
        record Bidder(String name, Optional<Integer> status, Optional<Integer> delayMs, Optional<String> text,
                Optional<String> currency, List<Seat> seats) {
            Bidder {
                seats = seats == null ? List.of() : List.copyOf(seats);
            }
        }

        /** A buyer and its bids; {@code group} when it wants all of its impressions or none. */
        record Seat(String name, Optional<Boolean> group, List<Bid> bids) {
        }

        /**
         * A bid for each impression of its kind.
         *
         * @param id     its identifier
         * @param kind   {@code banner}, {@code video}, {@code audio} or {@code native}
         * @param price  what it offers
         * @param deal   the deal that it is on; without that deal in the impression, it does not bid
         * @param markup the file beside the index that is its markup
         * @param onWin  whether the markup is served on the win notice
         * @param fields further fields of the bid
         */
        record Bid(String id, String kind, BigDecimal price, Optional<String> deal, String markup,
                Optional<Boolean> onWin, Map<String, Object> fields) {
            Bid {
                fields = fields == null ? Map.of() : Map.copyOf(fields);
            }
        }
    }
}
