package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.DeviceType;
import io.spotcheck.ad.Dimensions;
import io.spotcheck.ad.Geo;
import io.spotcheck.macro.MacroValues;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * How an ad request becomes a VAST request: as values for the macros of the tag, and as query parameters for ad servers
 * that want them under names of their own. What the request does not hold is not sent.
 *
 * @param parameters the request's fields by the name of the query parameter that carries them, such as
 *                   {@code slot → slotId}; see {@link #field} for their names
 */
public record RequestMapping(Map<String, String> parameters) {

    private static final RequestMapping MACROS_ONLY = new RequestMapping(Map.of());
    private static final Pattern MACRO_NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

    /** Copies the map. */
    public RequestMapping {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Only the macros of the tag are filled; nothing is added to it. */
    public static RequestMapping macrosOnly() {
        return MACROS_ONLY;
    }

    /** The values that a request has for macros (VAST 4.3 §6). An extension whose name is a macro's fills that one. */
    public MacroValues macros(AdRequest request) {
        var values = new LinkedHashMap<String, String>();
        request.playheadPosition().map(RequestMapping::timecode).ifPresent(time -> {
            values.put("CONTENTPLAYHEAD", time);
            values.put("MEDIAPLAYHEAD", time);
        });
        request.playerSize().ifPresent(size -> values.put("PLAYERSIZE", size.width() + "," + size.height()));
        request.ipAddress().ifPresent(ip -> values.put("DEVICEIP", ip));
        request.contentUrl().ifPresent(url -> values.put("CONTENTURI", url));
        request.geo().filter(geo -> geo.latitude().isPresent() && geo.longitude().isPresent()).ifPresent(geo ->
                values.put("LATLONG", plain(geo.latitude().getAsDouble()) + "," + plain(geo.longitude().getAsDouble())));
        request.extensions().forEach((name, value) -> {
            if (MACRO_NAME.matcher(name).matches() && !(value instanceof Iterable<?>) && !(value instanceof Map<?, ?>)) {
                values.put(name, value.toString());
            }
        });
        return new MacroValues(values);
    }

    /** The tag with the query parameters of this mapping behind its own. */
    public String addParameters(String tag, AdRequest request) {
        int fragment = tag.indexOf('#');
        var url = new StringBuilder(fragment < 0 ? tag : tag.substring(0, fragment));
        parameters.forEach((name, field) -> field(request, field).ifPresent(value -> {
            boolean first = url.indexOf("?") < 0;
            boolean open = !url.isEmpty() && (url.charAt(url.length() - 1) == '?' || url.charAt(url.length() - 1) == '&');
            url.append(first ? "?" : open ? "" : "&").append(encode(name)).append('=').append(encode(value));
        }));
        return fragment < 0 ? url.toString() : url.append(tag.substring(fragment)).toString();
    }

    /**
     * The value of a field as text: {@code slotId}, {@code userId}, {@code ipAddress}, {@code deviceType},
     * {@code contentUrl}, {@code contentDuration} and {@code playheadPosition} in seconds, {@code playerWidth},
     * {@code playerHeight}, {@code geo.country}, {@code geo.region}, {@code geo.city}, {@code geo.postalCode},
     * {@code geo.latitude}, {@code geo.longitude}; every other name is that of an extension.
     */
    static Optional<String> field(AdRequest request, String name) {
        return switch (name) {
            case "slotId" -> Optional.of(request.slotId());
            case "userId" -> Optional.of(request.userId());
            case "ipAddress" -> request.ipAddress();
            case "deviceType" -> request.deviceType().map(DeviceType::wireName);
            case "contentUrl" -> request.contentUrl();
            case "contentDuration" -> request.contentDuration().map(RequestMapping::seconds);
            case "playheadPosition" -> request.playheadPosition().map(RequestMapping::seconds);
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

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String seconds(Duration time) {
        return plain(time.toMillis() / 1000.0);
    }

    private static String timecode(Duration time) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d.%03d", time.toHours(), time.toMinutesPart(),
                time.toSecondsPart(), time.toMillisPart());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
