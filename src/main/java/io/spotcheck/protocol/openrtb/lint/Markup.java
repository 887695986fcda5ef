package io.spotcheck.protocol.openrtb.lint;

import java.util.Locale;
import java.util.regex.Pattern;

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

    private static final Pattern PROLOGUE = Pattern.compile("\\A(?:\\s+|\uFEFF|<\\?.*?\\?>|<!--.*?-->)+",
            Pattern.DOTALL);
    private static final int BEGINNING = 4_000;

    private final String label;

    Markup(String label) {
        this.label = label;
    }

    static Markup of(String text) {
        String beginning = text.substring(0, Math.min(BEGINNING, text.length()));
        String start = PROLOGUE.matcher(beginning).replaceFirst("").toLowerCase(Locale.ROOT);
        if (start.isEmpty()) {
            return beginning.isBlank() ? EMPTY : VAST;
        }
        if (start.startsWith("<vast") || start.startsWith("<videoadservingtemplate") || start.startsWith("<daast")) {
            return VAST;
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return NATIVE;
        }
        if (start.startsWith("&lt;") || start.startsWith("%3c")) {
            return ESCAPED;
        }
        if (start.startsWith("http://") || start.startsWith("https://") || start.startsWith("//")) {
            return ADDRESS;
        }
        return start.contains("<") ? HTML : OTHER;
    }

    String label() {
        return label;
    }
}
