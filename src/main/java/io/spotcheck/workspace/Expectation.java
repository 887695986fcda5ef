package io.spotcheck.workspace;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Bid;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.orchestrator.Quantities;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * What an answer must be. What is left out may be anything, with one exception: an answer must be served unless
 * {@code served} or {@code errorCode} says otherwise.
 *
 * @param served       whether there must be an ad
 * @param errorCode    why there must be none
 * @param protocolCode the protocol's own error code
 * @param ads          how many ads there must be
 * @param breaks       how many breaks there must be, repetitions among them
 * @param bids         how many bids there must be, the rejected ones among them
 * @param clearingPrice what the first winner of an auction must pay, per thousand and in the currency of its bid
 * @param hops         how many documents must be asked for: the length of the resolution chain
 * @param usedFallback whether another than the first upstream must serve
 * @param format       the first creative's kind: {@code linear}, {@code nonlinear} or {@code companion}
 * @param adId         the first ad's identifier
 * @param creativeType the MIME type of what is shown
 * @param duration     how long the first creative must play
 * @param within       the longest time that the resolution may take
 * @param beacons      how many beacons each of these events must have, over all ads and hops
 */
public record Expectation(Optional<Boolean> served,
                          @JsonSerialize(contentUsing = ToStringSerializer.class) Optional<ErrorCode> errorCode,
                          Optional<Integer> protocolCode, Optional<Integer> ads, Optional<Integer> breaks,
                          Optional<Integer> bids, Optional<BigDecimal> clearingPrice,
                          Optional<Integer> hops, Optional<Boolean> usedFallback, Optional<String> format,
                          Optional<String> adId, Optional<String> creativeType, Optional<Duration> duration,
                          Optional<Duration> within,
                          Map<String, Integer> beacons) {

    private static final Expectation ANY_AD = new Expectation(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Map.of());

    /** Copies the map. */
    public Expectation {
        // Jackson gives null for what the file leaves out.
        beacons = beacons == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(beacons));
    }

    /** Any ad will do. */
    public static Expectation anyAd() {
        return ANY_AD;
    }

    /** There must be no ad, for this reason. */
    public static Expectation failure(ErrorCode code) {
        return new Expectation(Optional.empty(), Optional.of(code), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** Whether there must be an ad: as {@code served} says, else unless an error code is expected. */
    @JsonIgnore
    public boolean expectsAd() {
        return served.orElse(errorCode.isEmpty());
    }

    /** Everything about an answer that is not as expected; empty when all is well. */
    public List<Mismatch> check(AdResponse response) {
        var found = new ArrayList<Mismatch>();
        if (expectsAd() != response.success()) {
            found.add(new Mismatch("served", yesOrNo(expectsAd()), yesOrNo(response.success()) + reason(response)));
        }
        compare("errorCode", errorCode, response.errorCode(), found);
        compare("protocolCode", protocolCode, boxed(response.protocolCode()), found);
        compare("ads", ads, Optional.of(response.ads().size()), found);
        compare("breaks", breaks, Optional.of(response.breaks().size()), found);
        compare("bids", bids, Optional.of(response.bids().size()), found);
        compare("clearingPrice", clearingPrice.map(BigDecimal::stripTrailingZeros), response.bids().stream()
                .map(Bid::clearingPrice).flatMap(Optional::stream).findFirst().map(BigDecimal::stripTrailingZeros),
                found);
        compare("hops", hops, Optional.of(response.resolutionChain().size()), found);
        compare("usedFallback", usedFallback, Optional.of(response.usedFallback()), found);
        compare("format", format, response.format(), found);
        compare("adId", adId, response.adId(), found);
        compare("creativeType", creativeType, response.creativeType(), found);
        compare("duration", duration.map(Quantities::format), response.duration().map(Quantities::format), found);
        within.filter(limit -> response.resolutionTimeMs() > limit.toMillis()).ifPresent(limit -> found.add(
                new Mismatch("within", Quantities.format(limit), response.resolutionTimeMs() + "ms")));
        beacons.forEach((event, number) -> compare("beacons." + event, Optional.of(number),
                Optional.of((int) response.trackingUrls(event).count()), found));
        return List.copyOf(found);
    }

    Expectation mapStrings(UnaryOperator<String> change) {
        return new Expectation(served, errorCode, protocolCode, ads, breaks, bids, clearingPrice, hops, usedFallback,
                format.map(change), adId.map(change), creativeType.map(change), duration, within, beacons);
    }

    private static <T> void compare(String what, Optional<T> expected, Optional<T> actual, List<Mismatch> found) {
        expected.filter(value -> !actual.equals(Optional.of(value))).ifPresent(value -> found.add(
                new Mismatch(what, show(value), actual.map(Expectation::show).orElse("none"))));
    }

    private static String show(Object value) {
        return value instanceof Boolean flag ? yesOrNo(flag)
                : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String yesOrNo(boolean flag) {
        return flag ? "yes" : "no";
    }

    private static String reason(AdResponse response) {
        return response.errorCode().map(code -> " (" + code + response.error().map(e -> ": " + e).orElse("") + ")")
                .orElse("");
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
}
