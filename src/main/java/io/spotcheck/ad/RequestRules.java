package io.spotcheck.ad;

import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Severity;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What every protocol expects of the values of an {@link AdRequest}. */
public final class RequestRules {

    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.|$)){4}(?<!\\.)");
    private static final Pattern IPV6_CHARACTERS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2,3}");
    private static final int LARGEST_SIDE = 65_535;

    private RequestRules() {
    }

    /** Everything that is wrong with a request; empty for a valid one. */
    public static List<Finding> check(AdRequest request) {
        var findings = new ArrayList<Finding>();
        if (request.slotId().isBlank()) {
            findings.add(wrong("SLOT-ID", "Give the slot an identifier."));
        }
        if (request.userId().isBlank()) {
            findings.add(wrong("USER-ID", "Give the user an identifier."));
        }
        request.ipAddress().filter(ip -> !isIpAddress(ip)).ifPresent(ip ->
                findings.add(wrong("IP-ADDRESS", "“" + ip + "” is not an IPv4 or IPv6 address.")));
        request.contentUrl().filter(url -> !isAbsoluteUrl(url)).ifPresent(url ->
                findings.add(wrong("CONTENT-URL", "“" + url + "” is not an absolute URL.")));
        request.contentDuration().filter(d -> d.isNegative() || d.isZero()).ifPresent(d ->
                findings.add(wrong("CONTENT-DURATION", "The content's duration must be more than zero.")));
        request.playheadPosition().filter(Duration::isNegative).ifPresent(d ->
                findings.add(wrong("PLAYHEAD-POSITION", "The playhead cannot stand before the content's start.")));
        request.playheadPosition().ifPresent(at -> request.contentDuration().filter(all -> at.compareTo(all) > 0)
                .ifPresent(all -> findings.add(wrong("PLAYHEAD-POSITION",
                        "The playhead cannot stand behind the content's end."))));
        request.playerSize().filter(s -> !isSide(s.width()) || !isSide(s.height())).ifPresent(s ->
                findings.add(wrong("PLAYER-SIZE", "A player of " + s + " is not from 1x1 to 65535x65535.")));
        request.geo().ifPresent(geo -> checkGeo(geo, findings));
        return List.copyOf(findings);
    }

    private static void checkGeo(Geo geo, List<Finding> findings) {
        geo.country().filter(c -> !COUNTRY.matcher(c).matches()).ifPresent(c ->
                findings.add(wrong("GEO-COUNTRY", "“" + c + "” is not an ISO 3166-1 country code.")));
        if (geo.latitude().isPresent() && !(Math.abs(geo.latitude().getAsDouble()) <= 90)) {
            findings.add(wrong("GEO-LATITUDE", "The latitude must be from -90 to 90."));
        }
        if (geo.longitude().isPresent() && !(Math.abs(geo.longitude().getAsDouble()) <= 180)) {
            findings.add(wrong("GEO-LONGITUDE", "The longitude must be from -180 to 180."));
        }
    }

    private static boolean isSide(int pixels) {
        return pixels >= 1 && pixels <= LARGEST_SIDE;
    }

    private static boolean isIpAddress(String text) {
        if (IPV4.matcher(text).matches()) {
            return true;
        }
        if (!text.contains(":") || !IPV6_CHARACTERS.matcher(text).matches()) {
            return false;
        }
        try {
            // A literal with a colon is never looked up by name.
            return InetAddress.ofLiteral(text) != null;
        } catch (IllegalArgumentException notALiteral) {
            return false;
        }
    }

    private static boolean isAbsoluteUrl(String text) {
        try {
            var uri = new URI(text);
            return uri.isAbsolute() && uri.getRawSchemeSpecificPart().length() > 2;
        } catch (URISyntaxException notAUrl) {
            return false;
        }
    }

    private static Finding wrong(String field, String message) {
        return Finding.of("REQUEST-" + field, Severity.ERROR, message);
    }
}
