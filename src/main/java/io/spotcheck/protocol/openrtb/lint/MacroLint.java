package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.protocol.openrtb.catalogue.MacroReleases;
import io.spotcheck.protocol.openrtb.catalogue.Release;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges the substitution macros in notices and markup (OpenRTB 2.6 §4.4). */
final class MacroLint {

    private static final MacroReleases TABLE = MacroReleases.standard();
    private static final Pattern ENCODED =
            Pattern.compile("(?:\\$|%24)%7B(AUCTION_[A-Z_]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_BRACKETS =
            Pattern.compile("(?:(?<!\\$)\\{(AUCTION_[A-Z_]+)}|\\[(AUCTION_[A-Z_]+)]|%%(AUCTION_[A-Z_]+)%%)");
    private static final Pattern KNOWN = Pattern.compile("\\$\\{((?:AUCTION|OPENRTB)_[A-Z_]+(?::[^}]{1,20})?)}");

    private MacroLint() {
    }

    /** Judges an address, in which every macro must be one of OpenRTB. */
    static void notice(JsonElement value, RtbPass pass) {
        lint(value, true, pass);
    }

    /** Judges markup, in which scripts may have placeholders of their own. */
    static void markup(JsonElement value, RtbPass pass) {
        lint(value, false, pass);
    }

    static boolean has(JsonElement value, String macro) {
        return value.text().contains("${" + macro + "}") || value.text().contains("${" + macro + ":");
    }

    /** The text with letters in place of macros, as long as before, for readers that know nothing of them. */
    static String neutral(String text) {
        if (!text.contains("${")) {
            return text;
        }
        return KNOWN.matcher(text).replaceAll(found -> "0".repeat(found.group().length()));
    }

    private static void lint(JsonElement value, boolean notice, RtbPass pass) {
        String text = value.text();
        Set<String> told = new HashSet<>();
        int open = text.indexOf("${");
        while (open >= 0) {
            int close = text.indexOf('}', open);
            String inner = close < 0 ? "" : text.substring(open + 2, close);
            if (close < 0 || inner.contains("${")) {
                unclosed(value, text, open, pass);
            } else if (told.add(inner)) {
                macro(value, inner, notice, pass);
            }
            open = text.indexOf("${", open + 2);
        }
        disguised(value, text, pass);
    }

    private static void unclosed(JsonElement value, String text, int open, RtbPass pass) {
        if (text.startsWith("AUCTION_", open + 2)) {
            pass.report("ORTB-MACRO-UNCLOSED", value, "A macro has no closing brace: “"
                    + text.substring(open, Math.min(text.length(), open + 20)) + "”.");
        }
    }

    private static void macro(JsonElement value, String inner, boolean notice, RtbPass pass) {
        int colon = inner.indexOf(':');
        String name = colon < 0 ? inner : inner.substring(0, colon);
        Optional<Release> since = TABLE.since(name);
        if (since.isPresent()) {
            if (!pass.isAtLeast(since.get())) {
                pass.report("ORTB-MACRO-TOO-NEW", value, "${" + name + "} is there since " + since.get() + ".");
            }
            return;
        }
        String meant = name.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        if (TABLE.since(meant).isPresent()) {
            pass.report("ORTB-MACRO-SPELLING", value, "The macro is written ${" + name + "}; write ${" + meant
                    + "}.");
        } else if (name.startsWith("OPENRTB_")) {
            pass.report("ORTB-MACRO-OPENRTB3", value, "${" + name + "} is a macro of OpenRTB 3.0"
                    + TABLE.instead(name).map(i -> "; 2.x has ${" + i + "}").orElse("") + ".");
        } else if (name.startsWith("AUCTION_")) {
            pass.report("ORTB-MACRO-UNKNOWN", value, "OpenRTB has no macro ${" + Words.shorten(name)
                    + "}; it is left as it is.");
        } else if (notice) {
            pass.report("ORTB-MACRO-FOREIGN", value, "${" + Words.shorten(name)
                    + "} is no macro of OpenRTB; only who agreed on it fills it in.");
        }
    }

    private static void disguised(JsonElement value, String text, RtbPass pass) {
        if (text.indexOf("%7") >= 0) {
            Matcher encoded = ENCODED.matcher(text);
            if (encoded.find()) {
                pass.report("ORTB-MACRO-ENCODED", value, "The braces of " + encoded.group(1)
                        + " are percent-encoded; it is not found.");
            }
        }
        if (text.contains("AUCTION_")) {
            Matcher other = OTHER_BRACKETS.matcher(text);
            while (other.find()) {
                String name = other.group(1) != null ? other.group(1) : other.group(2) != null ? other.group(2)
                        : other.group(3);
                if (TABLE.since(name).isPresent()) {
                    pass.report("ORTB-MACRO-BRACKETS", value, "The macro is written " + other.group() + "; write ${"
                            + name + "}.");
                    return;
                }
            }
        }
    }
}
