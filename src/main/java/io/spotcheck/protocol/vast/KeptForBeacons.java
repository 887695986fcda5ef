package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.macro.MacroValue;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.protocol.DeviceHeaders;
import io.spotcheck.resolution.Headers.Header;
import io.spotcheck.resolution.Headers;
import io.spotcheck.upstream.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an answer keeps of its request for its beacons, which are sent later: the values for their macros and the header
 * fields that go with them. It travels as an extension of the answer, so that a cached answer has it, too.
 *
 * @param values  values for macros
 * @param headers the header fields that go with every beacon
 */
public record KeptForBeacons(MacroValues values, Headers headers) {

    private static final String KEY = "beacons";
    private static final String MACROS = "macros";
    private static final String HEADERS = "headers";

    /**
     * What a request leaves for the beacons of its answer.
     *
     * @param serverSide whether Spotcheck speaks as a server on a device's behalf (VAST 4.3 §1.1.3)
     */
    public static KeptForBeacons of(AdRequest request, Session session, boolean serverSide) {
        return new KeptForBeacons(RequestMacros.known(request, session, serverSide),
                serverSide ? DeviceHeaders.of(request) : Headers.none());
    }

    /** What an answer has kept; nothing when it has not. */
    public static KeptForBeacons in(AdResponse response) {
        if (!(response.extensions().get(KEY) instanceof Map<?, ?> kept)) {
            return new KeptForBeacons(MacroValues.none(), Headers.none());
        }
        MacroValues values = MacroValues.none();
        if (kept.get(MACROS) instanceof Map<?, ?> macros) {
            for (Map.Entry<?, ?> macro : macros.entrySet()) {
                values = values.with(String.valueOf(macro.getKey()), macro.getValue() instanceof List<?> list
                        ? new MacroValue.Elements(list.stream().map(String::valueOf).toList())
                        : new MacroValue.Text(String.valueOf(macro.getValue())));
            }
        }
        Headers headers = Headers.none();
        if (kept.get(HEADERS) instanceof Map<?, ?> fields) {
            headers = new Headers(fields.entrySet().stream()
                    .map(h -> new Header(String.valueOf(h.getKey()), String.valueOf(h.getValue()))).toList());
        }
        return new KeptForBeacons(values, headers);
    }

    /** These extensions of an answer, and what is kept. */
    public Map<String, Object> among(Map<String, ?> extensions) {
        var macros = new LinkedHashMap<String, Object>();
        values.all().forEach((name, value) -> macros.put(name, switch (value) {
            case MacroValue.Elements list -> list.elements();
            case MacroValue.Text one -> one.text();
            case MacroValue.Withheld withheld -> withheld.text();
        }));
        var fields = new LinkedHashMap<String, Object>();
        headers.entries().forEach(h -> fields.put(h.name(), h.value()));
        var all = new LinkedHashMap<String, Object>(extensions);
        all.put(KEY, Map.of(MACROS, macros, HEADERS, fields));
        return all;
    }
}
