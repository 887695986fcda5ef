package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges addresses. */
final class UrlLint {

    private static final Pattern MACRO = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final String NOT_IN_URLS = "<>\"{}|\\^`";

    private UrlLint() {
    }

    /** An address that somebody looks at: any scheme will do. */
    static void address(JsonElement value, String name, RtbPass pass) {
        judge(value, name, false, pass);
    }

    /** An address that a server or a player calls. */
    static void called(JsonElement value, String name, RtbPass pass) {
        judge(value, name, true, pass);
    }

    private static void judge(JsonElement value, String name, boolean called, RtbPass pass) {
        String written = value.text();
        if (written.isBlank()) {
            return;
        }
        String url = MACRO.matcher(written).replaceAll("0");
        if (url.startsWith("0") && written.startsWith("${")) {
            return;
        }
        Matcher scheme = SCHEME.matcher(url.strip());
        if (!scheme.matches()) {
            pass.report("ORTB-URL-RELATIVE", value, name + " is “" + Words.shorten(written)
                    + "”, which is no absolute address.");
            return;
        }
        boolean http = scheme.group(1).toLowerCase(Locale.ROOT).startsWith("http");
        if (called && !http) {
            pass.report("ORTB-URL-SCHEME", value, name + " begins with " + Words.shorten(scheme.group(1))
                    + ":, which no server can call.");
        } else if (http && !scheme.group(2).strip().matches("(?s)//[^/?#\\s].*")) {
            pass.report("ORTB-URL-HOST", value, name + " names no host.");
        } else {
            characters(value, name, url, pass);
        }
    }

    private static void characters(JsonElement value, String name, String url, RtbPass pass) {
        boolean blank = false;
        char strange = 0;
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c <= ' ') {
                blank = true;
            } else if (strange == 0 && (c > '~' || NOT_IN_URLS.indexOf(c) >= 0)) {
                strange = c;
            }
        }
        if (blank) {
            pass.report("ORTB-URL-BLANK", value, "There are blanks in " + name + ".");
        }
        if (strange != 0) {
            pass.report("ORTB-URL-UNENCODED", value, name + " holds the character " + strange
                    + ", which must be percent-encoded.");
        }
    }
}
