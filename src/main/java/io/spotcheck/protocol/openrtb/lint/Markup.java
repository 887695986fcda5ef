package io.spotcheck.protocol.openrtb.lint;

import java.util.List;
import java.util.Locale;

/** What a markup turns out to be. */
enum Markup {
    /** Nothing. */
    EMPTY("empty"),
    /** VAST or DAAST. */
    VAST("VAST"),
    /** HTML. */
    HTML("HTML"),
    /** A native ad. */
    NATIVE("a native ad"),
    /** The address of something. */
    ADDRESS("an address"),
    /** Markup whose brackets have been escaped once too often. */
    ESCAPED("escaped markup"),
    /** Something else. */
    OTHER("neither VAST, HTML nor a native ad");

    private static final int BEGINNING = 40;
    private static final List<String> NATIVE_MEMBERS = List.of("\"native\"", "\"assets\"", "\"assetsurl\"",
            "\"dcourl\"", "\"link\"");

    private final String label;

    Markup(String label) {
        this.label = label;
    }

    static Markup of(String text) {
        int from = afterPrologue(text);
        if (from == text.length()) {
            return text.isBlank() ? EMPTY : VAST;
        }
        String start = text.substring(from, Math.min(from + BEGINNING, text.length())).toLowerCase(Locale.ROOT);
        if (start.startsWith("<vast") || start.startsWith("<videoadservingtemplate") || start.startsWith("<daast")) {
            return VAST;
        }
        if (start.startsWith("{")) {
            return NATIVE_MEMBERS.stream().anyMatch(text::contains) ? NATIVE : OTHER;
        }
        if (start.startsWith("&lt;") || start.startsWith("%3c")) {
            return ESCAPED;
        }
        if (start.startsWith("http://") || start.startsWith("https://") || start.startsWith("//")) {
            return ADDRESS;
        }
        return text.indexOf('<', from) >= 0 ? HTML : OTHER;
    }

    /** Where the first thing is that is no blank, no comment and no instruction. */
    private static int afterPrologue(String text) {
        int at = 0;
        while (at < text.length()) {
            String end = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?", at) ? "?>" : "";
            if (!end.isEmpty()) {
                int close = text.indexOf(end, at + 2);
                at = close < 0 ? text.length() : close + end.length();
            } else if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF') {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    String label() {
        return label;
    }
}
