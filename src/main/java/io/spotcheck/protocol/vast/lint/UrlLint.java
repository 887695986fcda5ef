package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Excerpt;
import io.spotcheck.lint.MarkupEdits;
import io.spotcheck.protocol.vast.catalogue.ElementType;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.xml.XmlElement;
import java.util.List;
import java.util.Locale;

/** Judges the address that an element holds. */
final class UrlLint {

    private static final int LONG = 2048;
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final String NOT_IN_URLS = "<>\"{}|\\^`";
    /** The characters that need no second look, by their code. */
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (char c = '!'; c <= '~'; c++) {
            PLAIN[c] = c != '%' && NOT_IN_URLS.indexOf(c) < 0;
        }
    }

    private UrlLint() {
    }

    static void lint(XmlElement element, String url, ElementType type, LintPass pass) {
        if (url.isEmpty()) {
            empty(element, type, pass);
            return;
        }
        int colon = url.indexOf(':');
        if (url.startsWith("https://")) {
            host(element, url, 8, pass);
        } else if (url.startsWith("http://")) {
            insecure(element, url, type, pass);
            host(element, url, 7, pass);
        } else if (url.startsWith("//")) {
            pass.report("VAST-URL-PROTOCOL-RELATIVE", element, "The address begins with //; where there is no page, "
                    + "nobody knows whether http or https is meant.", mend -> mend.text(0, 2, "https://"));
        } else if (colon > 0 && isScheme(url, colon)) {
            scheme(element, url, url.substring(0, colon).toLowerCase(Locale.ROOT), type, pass);
            return;
        } else if (!startsWithMacro(url)) {
            pass.report("VAST-URL-RELATIVE", element, "“" + Excerpt.of(url)
                    + "” is no full address: it does not begin with https://.");
        }
        characters(element, url, pass);
        MacroLint.lint(element, url, type, pass);
        if (url.length() > LONG) {
            pass.report("VAST-URL-LONG", element, "The address has " + url.length()
                    + " characters; servers and devices begin to refuse at " + LONG + ".");
        }
        cdata(element, url, pass);
        if (element.isPadded() && isPaddedInPlace(pass.markup(element).content().of(pass.text()))) {
            pass.report("VAST-URL-PADDED", element, "There are blanks around the address.", MarkupEdits::stripText);
        }
    }

    /** Blanks that are part of the text: in a CDATA section all are, elsewhere those that set nothing on a new line. */
    private static boolean isPaddedInPlace(String content) {
        String written = content.strip();
        if (written.startsWith(CDATA) && written.endsWith(CDATA_END)) {
            return Character.isWhitespace(written.charAt(CDATA.length()))
                    || Character.isWhitespace(written.charAt(written.length() - CDATA_END.length() - 1));
        }
        return isBlankOnLine(content.substring(0, content.length() - content.stripLeading().length()))
                || isBlankOnLine(content.substring(content.stripTrailing().length()));
    }

    private static boolean isBlankOnLine(String blank) {
        return !blank.isEmpty() && blank.indexOf('\n') < 0 && blank.indexOf('\r') < 0;
    }

    private static void empty(XmlElement element, ElementType type, LintPass pass) {
        switch (type.name()) {
            case "VASTAdTagURI" -> pass.report("VAST-VASTADTAGURI-EMPTY", element,
                    "VASTAdTagURI is empty; the chain ends here.");
            case "MediaFile" -> pass.report("VAST-MEDIAFILE-EMPTY", element, "MediaFile is empty; it cannot play.");
            case "Impression" -> pass.report("VAST-IMPRESSION-EMPTY", element, "Impression is empty; where there is "
                    + "nothing to call, write about:blank.");
            default -> pass.report("VAST-URL-EMPTY", element, type.name() + " is empty.");
        }
    }

    private static void insecure(XmlElement element, String url, ElementType type, LintPass pass) {
        boolean loaded = switch (type.name()) {
            case "MediaFile", "InteractiveCreativeFile", "JavaScriptResource", "IFrameResource", "StaticResource",
                 "ClosedCaptionFile" -> true;
            default -> false;
        };
        if (loaded) {
            pass.report("VAST-RESOURCE-NOT-HTTPS", element, type.name()
                    + " is loaded without encryption; secure pages and iOS apps refuse that.", secured(url));
        } else {
            pass.report("VAST-URL-NOT-HTTPS", element, type.name() + " uses http; write https.", secured(url));
        }
    }

    /** Another port is another service, and this machine has seldom a certificate. */
    private static Mending secured(String url) {
        return element -> {
            String host = host(url, 7);
            return host.indexOf(':') >= 0 || isLocal(host) ? List.of() : element.text(0, 4, "https");
        };
    }

    private static void scheme(XmlElement element, String url, String scheme, ElementType type, LintPass pass) {
        switch (scheme) {
            case "data" -> data(element, type, pass);
            case "about" -> {
                if (type.name().equals("Impression") && url.equals("about:blank")) {
                    pass.report("VAST-IMPRESSION-PLACEHOLDER", element,
                            "The impression is about:blank: nobody counts it.");
                }
            }
            case "http", "https" -> {
                if (!url.regionMatches(scheme.length(), "://", 0, 3)) {
                    pass.report("VAST-URL-HOST-MISSING", element, "After " + scheme + ": two slashes are missing.");
                } else {
                    // The scheme is in capitals, which is allowed.
                    host(element, url, scheme.length() + 3, pass);
                    characters(element, url, pass);
                    MacroLint.lint(element, url, type, pass);
                }
            }
            case "javascript", "file", "ftp", "blob", "ws", "wss" -> pass.report("VAST-URL-SCHEME", element,
                    "Players do not open addresses that begin with " + scheme + ":.");
            default -> {
                // Apps and shops have schemes of their own, and a streaming file may have one.
            }
        }
    }

    private static void data(XmlElement element, ElementType type, LintPass pass) {
        if (!type.name().equals("InteractiveCreativeFile")) {
            pass.report("VAST-URL-DATA", element, "A data: URI is meant for InteractiveCreativeFile, not for "
                    + type.name() + ".");
        } else if (!pass.isAtLeast(VastVersion.V4_3)) {
            pass.report("VAST-INTERACTIVE-DATA-EARLY", element,
                    "Players expect a data: URI in InteractiveCreativeFile since VAST 4.3 only.");
        }
    }

    private static void host(XmlElement element, String url, int start, LintPass pass) {
        if (pass.isSound(url, start)) {
            return;
        }
        int end = start;
        int at = -1;
        while (end < url.length() && url.charAt(end) != '/' && url.charAt(end) != '?' && url.charAt(end) != '#') {
            at = url.charAt(end) == '@' ? end : at;
            end++;
        }
        String host = url.substring(at >= start ? at + 1 : start, end).toLowerCase(Locale.ROOT);
        if (at >= start) {
            pass.report("VAST-URL-CREDENTIALS", element,
                    "The address holds a user name or password; browsers refuse it.");
        }
        int port = host.lastIndexOf(':');
        String name = port > 0 && host.indexOf(']') < port ? host.substring(0, port) : host;
        if (name.isEmpty()) {
            pass.report("VAST-URL-HOST-MISSING", element, "The address names no host.");
        } else if (isLocal(name)) {
            pass.report("VAST-URL-LOCAL-HOST", element, "Nobody outside can reach " + name + ".");
        } else if (isPlaceholder(name)) {
            pass.report("VAST-URL-PLACEHOLDER-HOST", element, name + " is a name for examples.");
        } else if (at < start) {
            pass.sound(url.substring(start, end));
        }
    }

    /** Host and port, without the user. */
    private static String host(String url, int start) {
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(Math.max(start, url.lastIndexOf('@', end - 1) + 1), end).toLowerCase(Locale.ROOT);
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.startsWith("10.")
                || host.startsWith("192.168.") || host.equals("[::1]") || host.equals("0.0.0.0")
                || host.endsWith(".local") || host.endsWith(".localhost") || host.endsWith(".internal");
    }

    private static boolean isPlaceholder(String host) {
        return isExample(host, "example.com") || isExample(host, "example.org") || isExample(host, "example.net")
                || host.endsWith(".example") || host.endsWith(".test") || host.endsWith(".invalid")
                || isExample(host, "yourserver.com") || isExample(host, "yourdomain.com")
                || isExample(host, "mydomain.com");
    }

    private static boolean isExample(String host, String domain) {
        return host.endsWith(domain) && (host.length() == domain.length()
                || host.charAt(host.length() - domain.length() - 1) == '.');
    }

    private static void characters(XmlElement element, String url, LintPass pass) {
        boolean blank = false;
        boolean special = false;
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c >= PLAIN.length || !PLAIN[c]) {
                blank |= c <= ' ';
                special |= c > ' ';
            }
        }
        if (blank) {
            whitespace(element, url, pass);
        }
        if (special) {
            special(element, url, pass);
        }
        if (url.indexOf('&') >= 0 && url.contains("&amp;")) {
            pass.report("VAST-URL-DOUBLE-ESCAPED", element, "The address holds &amp; after reading: "
                    + "in a CDATA section an ampersand stands for itself.",
                    mend -> mend.texts(UrlRepair.ampersands(url)));
        }
    }

    private static void special(XmlElement element, String url, LintPass pass) {
        int strange = nextStrange(url, 0);
        if (strange >= 0) {
            pass.report("VAST-URL-UNENCODED", element, "The address holds the character "
                    + Character.toString(url.codePointAt(strange)) + ", which must be percent-encoded.",
                    mend -> mend.texts(UrlRepair.unencoded(url)));
        }
        if (nextBarePercent(url, 0) >= 0) {
            pass.report("VAST-URL-PERCENT", element, "A percent sign without two hexadecimal digits behind it.",
                    mend -> mend.texts(UrlRepair.percents(url)));
        }
    }

    /** The next character that a URI does not have, and that is neither a blank nor part of a macro; -1 if none is. */
    static int nextStrange(String url, int from) {
        for (int i = from; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c > '~' || NOT_IN_URLS.indexOf(c) >= 0 && !MacroLint.isMacroBrace(url, i)) {
                return i;
            }
        }
        return -1;
    }

    /** The next percent sign that begins neither an encoded byte nor a macro between two of them; -1 if none is. */
    static int nextBarePercent(String url, int from) {
        int at = url.indexOf('%', from);
        while (at >= 0) {
            int close = url.startsWith("%%", at) ? url.indexOf("%%", at + 2) : -1;
            if (close > 0) {
                at = url.indexOf('%', close + 2);
            } else if (isHex(url, at + 1) && isHex(url, at + 2)) {
                at = url.indexOf('%', at + 3);
            } else {
                return at;
            }
        }
        return -1;
    }

    private static void whitespace(XmlElement element, String url, LintPass pass) {
        int second = url.indexOf("http", 4);
        while (second > 0 && !Character.isWhitespace(url.charAt(second - 1))) {
            second = url.indexOf("http", second + 4);
        }
        if (second > 0) {
            pass.report("VAST-URL-SEVERAL", element, "There are several addresses in one " + element.name()
                    + "; each needs an element of its own.");
        } else {
            pass.report("VAST-URL-WHITESPACE", element, "There are blanks in the address.",
                    mend -> mend.texts(UrlRepair.whitespace(url)));
        }
    }

    private static boolean isHex(String url, int at) {
        return at < url.length() && Character.digit(url.charAt(at), 16) >= 0;
    }

    private static boolean isScheme(String url, int colon) {
        if (!Character.isLetter(url.charAt(0))) {
            return false;
        }
        for (int i = 1; i < colon; i++) {
            char c = url.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '+' && c != '-' && c != '.') {
                return false;
            }
        }
        // A host with a port looks like a scheme, too.
        return colon + 1 >= url.length() || !Character.isDigit(url.charAt(colon + 1));
    }

    private static boolean startsWithMacro(String url) {
        return url.startsWith("[") || url.startsWith("%%") || url.startsWith("${") || url.startsWith("{");
    }

    private static void cdata(XmlElement element, String url, LintPass pass) {
        if (url.indexOf('&') >= 0 && pass.text().indexOf(CDATA, element.start(), element.end()) < 0) {
            pass.report("VAST-URL-NOT-CDATA", element,
                    "The address has ampersands and stands outside of a CDATA section.", MarkupEdits::wrapText);
        }
    }
}
