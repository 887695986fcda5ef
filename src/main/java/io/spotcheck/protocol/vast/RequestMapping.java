package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.RequestFields;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.macro.UriComponent;
import io.spotcheck.protocol.DeviceHeaders;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Headers;
import io.spotcheck.upstream.Endpoint;
import io.spotcheck.upstream.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How an ad request becomes a VAST request: as values for the macros of the tag, and as query parameters for ad servers
 * that want them under names of their own. What the request does not hold is not sent.
 *
 * @param parameters the request's fields by the name of the query parameter that carries them, such as
 *                   {@code slot → slotId}; see {@link RequestFields#value} for their names
 * @param serverSide whether Spotcheck speaks as a server on a device's behalf
 */
public record RequestMapping(Map<String, String> parameters, boolean serverSide) {

    private static final String PARAMETERS = "parameters";
    private static final String SERVER_SIDE = "serverSide";
    /** The options of a configuration that describe a mapping. */
    public static final List<String> OPTIONS = List.of(PARAMETERS, SERVER_SIDE);
    private static final RequestMapping MACROS_ONLY = new RequestMapping(Map.of());

    /** A mapping of a player that asks for itself. */
    public RequestMapping(Map<String, String> parameters) {
        this(parameters, false);
    }

    /** Copies the map. */
    public RequestMapping {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * The mapping that the options of a configuration describe; others than {@link #OPTIONS} are not looked at.
     *
     * @throws IllegalArgumentException if one of them has a value that makes no sense
     */
    public static RequestMapping of(Map<String, ?> options) {
        if (!(options.get(PARAMETERS) instanceof Map<?, ?> || options.get(PARAMETERS) == null)) {
            throw new IllegalArgumentException("the option “" + PARAMETERS + "” maps names to fields of the request");
        }
        if (!(options.get(SERVER_SIDE) instanceof Boolean || options.get(SERVER_SIDE) == null)) {
            throw new IllegalArgumentException("the option “" + SERVER_SIDE + "” is true or false");
        }
        var parameters = new LinkedHashMap<String, String>();
        if (options.get(PARAMETERS) instanceof Map<?, ?> fields) {
            fields.forEach((name, field) -> parameters.put(String.valueOf(name), String.valueOf(field)));
        }
        return new RequestMapping(parameters, Boolean.TRUE.equals(options.get(SERVER_SIDE)));
    }

    /** Only the macros of the tag are filled; nothing is added to it. */
    public static RequestMapping macrosOnly() {
        return MACROS_ONLY;
    }

    /** The values that a request has for macros (VAST 4.3 §6). An extension whose name is a macro's fills that one. */
    public MacroValues macros(AdRequest request) {
        return RequestMacros.of(request);
    }

    /** All that is known for macros before there is an ad: of the request, and of Spotcheck's own player. */
    public MacroValues macros(AdRequest request, Session session) {
        return RequestMacros.known(request, session, serverSide);
    }

    /** What the request leaves for the beacons of its answer. */
    public KeptForBeacons keptForBeacons(AdRequest request, Session session) {
        return KeptForBeacons.of(request, session, serverSide);
    }

    /** The endpoint as it is asked for this request: a server says on whose behalf it asks (VAST 4.3 §1.1.3). */
    public Endpoint speakingFor(AdRequest request, Endpoint endpoint) {
        if (!serverSide) {
            return endpoint;
        }
        Headers own = endpoint.headers();
        var all = new ArrayList<>(own.entries());
        DeviceHeaders.of(request).entries().stream().filter(h -> own.first(h.name()).isEmpty()).forEach(all::add);
        return new Endpoint(endpoint.transport(), endpoint.url(), new Headers(all));
    }

    /** What is missing in a request for this mapping. */
    public List<Finding> check(AdRequest request) {
        return serverSide ? DeviceHeaders.missing(request) : List.of();
    }

    /** The tag with the query parameters of this mapping behind its own. */
    public String addParameters(String tag, AdRequest request) {
        int fragment = tag.indexOf('#');
        var url = new StringBuilder(fragment < 0 ? tag : tag.substring(0, fragment));
        parameters.forEach((name, field) -> RequestFields.value(request, field).ifPresent(value -> {
            boolean first = url.indexOf("?") < 0;
            boolean open = !url.isEmpty() && "?&".indexOf(url.charAt(url.length() - 1)) >= 0;
            url.append(first ? "?" : open ? "" : "&").append(UriComponent.encode(name)).append('=')
                    .append(UriComponent.encode(value));
        }));
        return fragment < 0 ? url.toString() : url.append(tag.substring(fragment)).toString();
    }
}
