package io.spotcheck.upstream;

import java.util.ArrayDeque;
import java.util.regex.Pattern;

/**
 * Resolves references against a base (RFC 3986 §5.2) without reading them as URIs: real tags hold characters that no
 * URI may hold, and they must survive byte for byte.
 */
public final class UrlReference {

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");

    private UrlReference() {
    }

    /** The absolute URL that a reference in a document at {@code base} means. */
    public static String resolve(String base, String reference) {
        if (SCHEME.matcher(reference).find()) {
            return reference;
        }
        int colon = base.indexOf(':');
        if (colon < 0) {
            return reference;
        }
        String scheme = base.substring(0, colon + 1);
        if (reference.startsWith("//")) {
            return scheme + reference;
        }
        boolean hasAuthority = base.startsWith("//", colon + 1);
        int pathStart = hasAuthority ? endOfAuthority(base, colon + 3) : colon + 1;
        int pathEnd = endOfPath(base, pathStart);
        String origin = base.substring(0, pathStart);
        String path = base.substring(pathStart, pathEnd);
        if (reference.isEmpty() || reference.startsWith("#") || reference.startsWith("?")) {
            String query = reference.startsWith("?") ? "" : queryOf(base, pathEnd);
            return origin + path + query + reference;
        }
        int referencePathEnd = endOfPath(reference, 0);
        String merged = reference.startsWith("/") ? reference.substring(0, referencePathEnd)
                : path.substring(0, path.lastIndexOf('/') + 1) + reference.substring(0, referencePathEnd);
        boolean rooted = merged.startsWith("/");
        String clean = withoutDots(rooted ? merged : "/" + merged);
        return origin + (rooted || hasAuthority ? clean : clean.substring(1)) + reference.substring(referencePathEnd);
    }

    private static int endOfAuthority(String url, int from) {
        int end = from;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static int endOfPath(String url, int from) {
        int end = from;
        while (end < url.length() && "?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String queryOf(String url, int pathEnd) {
        int fragment = url.indexOf('#', pathEnd);
        return url.substring(pathEnd, fragment < 0 ? url.length() : fragment);
    }

    /** A path that begins with a slash without its dot segments; an empty one is a slash (RFC 3986 §5.2.4). */
    static String withoutDots(String path) {
        var kept = new ArrayDeque<String>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            switch (segments[i]) {
                case "." -> addEmpty(kept, last);
                case ".." -> {
                    kept.pollLast();
                    addEmpty(kept, last);
                }
                default -> kept.add(segments[i]);
            }
        }
        return "/" + String.join("/", kept);
    }

    private static void addEmpty(ArrayDeque<String> kept, boolean last) {
        if (last) {
            kept.add("");
        }
    }
}
