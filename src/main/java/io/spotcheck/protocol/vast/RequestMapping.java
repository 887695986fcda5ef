package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.RequestFields;
import io.spotcheck.ad.Timecode;
import io.spotcheck.macro.MacroValues;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How an ad request becomes a VAST request: as values for the macros of the tag, and as query parameters for ad servers
 * that want them under names of their own. What the request does not hold is not sent.
 *
 * @param parameters the request's fields by the name of the query parameter that carries them, such as
 *                   {@code slot → slotId}; see {@link RequestFields#value} for their names
 */
public record RequestMapping(Map<String, String> parameters) {

    private static final RequestMapping MACROS_ONLY = new RequestMapping(Map.of());
    private static final Pattern MACRO_NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

    /** Copies the map. */
    public RequestMapping {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * The mapping that an option of a configuration describes: names of query parameters, and the fields that they get.
     *
     * @throws IllegalArgumentException if the option is no map
     */
    public static RequestMapping ofOption(Object option) {
        if (!(option instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("the option “parameters” maps names to fields of the request");
        }
        var parameters = new LinkedHashMap<String, String>();
        fields.forEach((name, field) -> parameters.put(String.valueOf(name), String.valueOf(field)));
        return new RequestMapping(parameters);
    }

    /** Only the macros of the tag are filled; nothing is added to it. */
    public static RequestMapping macrosOnly() {
        return MACROS_ONLY;
    }

    /** The values that a request has for macros (VAST 4.3 §6). An extension whose name is a macro's fills that one. */
    public MacroValues macros(AdRequest request) {
        var values = new LinkedHashMap<String, String>();
        request.playheadPosition().map(Timecode::of).ifPresent(time -> {
            values.put("CONTENTPLAYHEAD", time);
            values.put("MEDIAPLAYHEAD", time);
        });
        request.playerSize().ifPresent(size -> values.put("PLAYERSIZE", size.width() + "," + size.height()));
        request.ipAddress().ifPresent(ip -> values.put("DEVICEIP", ip));
        request.contentUrl().ifPresent(url -> values.put("CONTENTURI", url));
        request.geo().filter(geo -> geo.latitude().isPresent() && geo.longitude().isPresent()).ifPresent(geo ->
                values.put("LATLONG", RequestFields.plain(geo.latitude().getAsDouble()) + "," + RequestFields.plain(geo.longitude().getAsDouble())));
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
        parameters.forEach((name, field) -> RequestFields.value(request, field).ifPresent(value -> {
            boolean first = url.indexOf("?") < 0;
            boolean open = !url.isEmpty() && (url.charAt(url.length() - 1) == '?' || url.charAt(url.length() - 1) == '&');
            url.append(first ? "?" : open ? "" : "&").append(encode(name)).append('=').append(encode(value));
        }));
        return fragment < 0 ? url.toString() : url.append(tag.substring(fragment)).toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
