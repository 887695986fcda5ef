package io.spotcheck.ad;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** The fields of a request by their names, as texts: what mappings of requests to parameters read. */
public final class RequestFields {

    private RequestFields() {
    }

    /**
     * The value of a field as text: {@code slotId}, {@code userId}, {@code ipAddress}, {@code deviceType},
     * {@code contentUrl}, {@code contentDuration} and {@code playheadPosition} in seconds, {@code playerWidth},
     * {@code playerHeight}, {@code geo.country}, {@code geo.region}, {@code geo.city}, {@code geo.postalCode},
     * {@code geo.latitude}, {@code geo.longitude}; every other name is that of an extension.
     */
    public static Optional<String> value(AdRequest request, String name) {
        return switch (name) {
            case "slotId" -> Optional.of(request.slotId());
            case "userId" -> Optional.of(request.userId());
            case "ipAddress" -> request.ipAddress();
            case "deviceType" -> request.deviceType().map(DeviceType::wireName);
            case "contentUrl" -> request.contentUrl();
            case "contentDuration" -> request.contentDuration().map(RequestFields::seconds);
            case "playheadPosition" -> request.playheadPosition().map(RequestFields::seconds);
            case "playerWidth" -> request.playerSize().map(Dimensions::width).map(String::valueOf);
            case "playerHeight" -> request.playerSize().map(Dimensions::height).map(String::valueOf);
            case "geo.country" -> request.geo().flatMap(Geo::country);
            case "geo.region" -> request.geo().flatMap(Geo::region);
            case "geo.city" -> request.geo().flatMap(Geo::city);
            case "geo.postalCode" -> request.geo().flatMap(Geo::postalCode);
            case "geo.latitude" -> request.geo().flatMap(g -> boxed(g.latitude()));
            case "geo.longitude" -> request.geo().flatMap(g -> boxed(g.longitude()));
            default -> Optional.ofNullable(request.extensions().get(name)).map(Object::toString);
        };
    }

    private static Optional<String> boxed(OptionalDouble degrees) {
        return degrees.isPresent() ? Optional.of(plain(degrees.getAsDouble())) : Optional.empty();
    }

    /** A number without exponent and without zeros at its end. */
    public static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String seconds(Duration time) {
        return plain(time.toMillis() / 1000.0);
    }
}
