package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Edit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Edits that make an address say rightly what players make of it at best. */
final class UrlRepair {

    private static final String ESCAPED_AMPERSAND = "&amp;";

    private UrlRepair() {
    }

    /** Blanks are encoded; a line break goes with the blanks around it, as browsers drop it. */
    static List<Edit> whitespace(String url) {
        var edits = new ArrayList<Edit>();
        int at = 0;
        while (at < url.length()) {
            int end = at;
            boolean broken = false;
            while (end < url.length() && url.charAt(end) <= ' ') {
                broken |= url.charAt(end) != ' ';
                end++;
            }
            if (end > at) {
                edits.add(new Edit(at, end, broken ? "" : "%20".repeat(end - at)));
            }
            at = end + 1;
        }
        return edits;
    }

    /** Characters that a URI does not have; nothing where the host has one, for names are written otherwise. */
    static List<Edit> unencoded(String url) {
        int hostEnd = hostEnd(url);
        var edits = new ArrayList<Edit>();
        for (int at = UrlLint.nextStrange(url, 0); at >= 0; at = UrlLint.nextStrange(url, edits.getLast().end())) {
            int end = at + Character.charCount(url.codePointAt(at));
            if (at < hostEnd || end == at + 1 && Character.isSurrogate(url.charAt(at))) {
                return List.of();
            }
            edits.add(new Edit(at, end, encoded(url.substring(at, end))));
        }
        return edits;
    }

    private static int hostEnd(String url) {
        int at = url.indexOf("//") + 2;
        while (at < url.length() && "/?#".indexOf(url.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static String encoded(String character) {
        var encoded = new StringBuilder();
        for (byte each : character.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format(Locale.ROOT, "%%%02X", each & 0xFF));
        }
        return encoded.toString();
    }

    /** Percent signs that begin nothing. */
    static List<Edit> percents(String url) {
        var edits = new ArrayList<Edit>();
        for (int at = UrlLint.nextBarePercent(url, 0); at >= 0; at = UrlLint.nextBarePercent(url, at + 1)) {
            edits.add(new Edit(at, at + 1, "%25"));
        }
        return edits;
    }

    static List<Edit> ampersands(String url) {
        var edits = new ArrayList<Edit>();
        for (int at = url.indexOf(ESCAPED_AMPERSAND); at >= 0; at = url.indexOf(ESCAPED_AMPERSAND, at + 1)) {
            edits.add(new Edit(at, at + ESCAPED_AMPERSAND.length(), "&"));
        }
        return edits;
    }

    /** What a page loads without encryption. */
    static List<Edit> insecureSources(String html) {
        var edits = new ArrayList<Edit>();
        for (String opening : List.of("src=\"", "src='")) {
            for (int at = html.indexOf(opening + "http://"); at >= 0; at = html.indexOf(opening + "http://", at + 1)) {
                int scheme = at + opening.length();
                edits.add(new Edit(scheme, scheme + 4, "https"));
            }
        }
        return edits;
    }
}
