package io.spotcheck.protocol.vmap.lint;

import io.spotcheck.lint.Edit;
import io.spotcheck.lint.Excerpt;
import io.spotcheck.xml.XmlElement;
import java.util.List;
import java.util.regex.Pattern;

/** Judges the address that an element holds. */
final class AddressLint {

    /** Another port is another service, and the machine itself has seldom a certificate. */
    private static final Pattern HAS_TWIN = Pattern.compile(
            "(?i)http://(?!localhost|127\\.|10\\.|192\\.168\\.|\\[::1])[^/?#:\\s\\[\\]{}]+(?:[/?#]|$)");
    private static final Pattern SECOND = Pattern.compile("\\s(?i)https?://");
    private static final Pattern NO_HOST = Pattern.compile("(?i)https?:(?!//[^/?#:\\s])\\S*+.*", Pattern.DOTALL);
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private AddressLint() {
    }

    /**
     * Looks at an address that is not empty.
     *
     * @param rules how the rules for it begin
     */
    static void lint(XmlElement element, String rules, VmapLintPass pass) {
        String url = element.text();
        boolean plain = url.regionMatches(true, 0, "http://", 0, 7);
        boolean secure = url.regionMatches(true, 0, "https://", 0, 8);
        if (NO_HOST.matcher(url).matches()) {
            pass.report(rules + "-RELATIVE", element, "“" + Excerpt.of(url) + "” is no full address: it names no host.");
        } else if (plain) {
            pass.report(rules + "-NOT-HTTPS", element, element.name() + " uses http; write https.",
                    mend -> HAS_TWIN.matcher(url).lookingAt() ? mend.text(0, 4, "https") : List.of());
        } else if (!secure && !url.startsWith("[") && !url.startsWith("{") && !url.startsWith("%%")) {
            pass.report(rules + "-RELATIVE", element, "“" + Excerpt.of(url)
                    + "” is no full address: it does not begin with https://.");
        }
        if (url.chars().anyMatch(Character::isWhitespace)) {
            pass.report(rules + "-WHITESPACE", element, "The address has blanks within; servers get another one.",
                    mend -> mend.texts(blanks(url)));
        }
    }

    /** Blanks are encoded; a line break goes with the blanks around it, as browsers drop it. */
    private static List<Edit> blanks(String url) {
        return SECOND.matcher(url).find() ? List.of() : BLANKS.matcher(url).results().map(run -> new Edit(run.start(), run.end(),
                run.group().chars().allMatch(c -> c == ' ') ? "%20".repeat(run.group().length())
                        : "")).toList();
    }
}
