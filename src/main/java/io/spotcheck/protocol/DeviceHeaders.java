package io.spotcheck.protocol;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.RequestFields;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Headers.Header;
import io.spotcheck.resolution.Headers;
import io.spotcheck.resolution.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The header fields by which a server says on whose behalf it asks (VAST 4.3 §1.1.3). */
public final class DeviceHeaders {

    private static final String SECTION = "VAST 4.3 §1.1.3";
    /** The header fields, and the fields of a request that fill them, the first that is there. */
    private static final Map<String, List<String>> FIELDS = fields();

    private DeviceHeaders() {
    }

    private static Map<String, List<String>> fields() {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("X-Device-IP", List.of("ipAddress", "DEVICEIP"));
        fields.put("X-Device-User-Agent", List.of("userAgent", "DEVICEUA"));
        fields.put("X-Device-Referer", List.of("referer", "pageUrl", "PAGEURL"));
        fields.put("X-Device-Accept-Language", List.of("acceptLanguage"));
        fields.put("X-Device-Requested-With", List.of("requestedWith", "appBundle", "APPBUNDLE"));
        return fields;
    }

    /** The header fields that a request has values for. */
    public static Headers of(AdRequest request) {
        var headers = new ArrayList<Header>();
        FIELDS.forEach((header, names) -> names.stream()
                .flatMap(name -> RequestFields.value(request, name).stream()).filter(value -> !value.isBlank())
                .findFirst().ifPresent(value -> headers.add(new Header(header, value))));
        return new Headers(headers);
    }

    /** What a server has to say of a device and a request does not. */
    public static List<Finding> missing(AdRequest request) {
        Headers headers = of(request);
        return Stream.of(
                finding(headers, "X-Device-IP", "Give the request the device's IP address."),
                finding(headers, "X-Device-User-Agent", "Give the request the device's userAgent."))
                .flatMap(Optional::stream).toList();
    }

    private static Optional<Finding> finding(Headers headers, String name, String advice) {
        return headers.first(name).isPresent() ? Optional.empty() : Optional.of(Finding.of("SERVER-SIDE-DEVICE",
                Severity.WARNING, "A server must send " + name + ". " + advice).by(SECTION));
    }
}
