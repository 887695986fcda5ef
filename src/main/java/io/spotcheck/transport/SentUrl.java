package io.spotcheck.transport;

import okhttp3.HttpUrl;

/**
 * What becomes of a URL on its way to the server. OkHttp encodes what no URL may hold (blanks, quotes, angle brackets,
 * non-ASCII; in paths also {@code ^ ` { | }}), an apostrophe in a query, resolves dot segments, takes a backslash for a
 * slash and writes international host names in ASCII; everything else goes out byte for byte. That is what browsers do
 * (URL Standard §4.4), but for a {@code |} in a path, which they leave as it is.
 */
final class SentUrl {

    private SentUrl() {
    }

    /** The URL as it goes out; the declared one itself when its host, path and query go out as they are written. */
    static String of(String declared, HttpUrl url) {
        String stripped = declared.strip();
        int slashes = stripped.indexOf(':') + 1;
        if (!stripped.startsWith("//", slashes)) {
            return spelling(url);
        }
        int authorityStart = slashes + 2;
        int pathStart = firstOf(stripped, "/?#", authorityStart);
        String target = stripped.substring(pathStart, firstOf(stripped, "#", pathStart));
        String query = url.encodedQuery();
        String sentTarget = url.encodedPath() + (query == null ? "" : "?" + query);
        boolean same = sentTarget.equals(target.startsWith("/") ? target : "/" + target)
                && host(stripped.substring(authorityStart, pathStart)).equalsIgnoreCase(url.host());
        return same ? declared : spelling(url);
    }

    private static String spelling(HttpUrl url) {
        return url.newBuilder().username("").password("").fragment(null).build().toString();
    }

    private static String host(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        if (host.startsWith("[")) {
            return host.substring(1, Math.max(1, host.indexOf(']')));
        }
        int port = host.indexOf(':');
        return port < 0 ? host : host.substring(0, port);
    }

    private static int firstOf(String text, String characters, int from) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
