package io.spotcheck.upstream;

import java.util.HexFormat;
import java.util.Locale;

/**
 * The one spelling of all spellings of a URL (RFC 3986 §6.2.2 and §6.2.3), for comparison only: what is sent stays as
 * it was written. Two URLs of one spelling ask the same server for the same thing.
 */
public final class CanonicalUrl {

    private static final int HEX = 16;

    private CanonicalUrl() {
    }

    /**
     * The spelling with lower-case scheme and host, without user, default port, dot segments and fragment, and with
     * nothing percent-encoded that need not be. URLs of other wires than HTTP have one spelling only.
     */
    public static String of(String url) {
        int colon = url.indexOf(':');
        String scheme = url.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        if (!secure && !scheme.equals("http") || !url.startsWith("//", colon + 1)) {
            return url;
        }
        int authorityEnd = firstOf(url, "/?#", colon + 3);
        int fragment = firstOf(url, "#", authorityEnd);
        int query = Math.min(firstOf(url, "?", authorityEnd), fragment);
        return scheme + "://" + authority(url.substring(colon + 3, authorityEnd), secure ? ":443" : ":80")
                + UrlReference.withoutDots(decodeUnreserved(url.substring(authorityEnd, query)))
                + decodeUnreserved(url.substring(query, fragment));
    }

    /** Whether two spellings mean the same URL. */
    public static boolean same(String one, String other) {
        return one.equals(other) || of(one).equals(of(other));
    }

    private static String authority(String written, String defaultPort) {
        // A name and a password are not sent (RFC 9110 §4.2.4).
        String host = written.substring(written.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (host.endsWith(defaultPort)) {
            return host.substring(0, host.length() - defaultPort.length());
        }
        return host.endsWith(":") ? host.substring(0, host.length() - 1) : host;
    }

    /** Writes {@code %7e} as {@code ~} and {@code %2f} as {@code %2F}. */
    private static String decodeUnreserved(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' && i + 2 < text.length() && HexFormat.isHexDigit(text.charAt(i + 1))
                    && HexFormat.isHexDigit(text.charAt(i + 2))) {
                int code = Integer.parseInt(text, i + 1, i + 3, HEX);
                if (isUnreserved(code)) {
                    plain.append((char) code);
                } else {
                    plain.append(text.substring(i, i + 3).toUpperCase(Locale.ROOT));
                }
                i += 2;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    private static boolean isUnreserved(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
    }

    private static int firstOf(String text, String characters, int from) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
