package io.spotcheck.protocol.vmap.lint;

import io.spotcheck.lint.Excerpt;
import io.spotcheck.xml.XmlElement;

/** Judges the address that an element holds. */
final class AddressLint {

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
        if (plain) {
            pass.report(rules + "-NOT-HTTPS", element, element.name() + " uses http; write https.");
        } else if (!secure && !url.startsWith("[") && !url.startsWith("{") && !url.startsWith("%%")) {
            pass.report(rules + "-RELATIVE", element, "“" + Excerpt.of(url)
                    + "” is no full address: it does not begin with https://.");
        }
        if (url.chars().anyMatch(Character::isWhitespace)) {
            pass.report(rules + "-WHITESPACE", element, "The address has blanks within; servers get another one.");
        }
    }
}
