package io.spotcheck.xml;

import io.spotcheck.xml.FaultSearch.Fault;
import java.util.Optional;
import java.util.Set;

/** Which characters, and which references to characters, can stand in XML (XML 1.0 §2.2 and §4.1). */
final class Characters {

    private static final Set<String> ENTITIES = Set.of("amp", "lt", "gt", "quot", "apos");

    private Characters() {
    }

    /** What is wrong with the control character, or with the reference, that stands at an offset. */
    static Optional<Fault> check(String text, int at) {
        char c = text.charAt(at);
        if (c != '&') {
            return c == '\t' || c == '\n' || c == '\r' ? Optional.empty()
                    : fault("The control character U+%04X cannot stand in XML; take it out.".formatted((int) c), at);
        }
        return text.startsWith("&#", at) ? number(text, at) : entity(text, at);
    }

    private static Optional<Fault> entity(String text, int at) {
        int end = StartTag.nameEnd(text, at + 1);
        String name = text.substring(at + 1, end);
        if (name.isEmpty() || end == text.length() || text.charAt(end) != ';') {
            return fault("This ampersand begins no entity; write it as &amp;.", at);
        }
        return ENTITIES.contains(name) ? Optional.empty() : fault("XML itself has no entity &" + name
                + ";. Write the character itself, or &amp; where an ampersand is meant.", at);
    }

    private static Optional<Fault> number(String text, int at) {
        boolean hexadecimal = text.startsWith("&#x", at);
        int from = at + (hexadecimal ? 3 : 2);
        int end = from;
        while (end < text.length() && Character.digit(text.charAt(end), hexadecimal ? 16 : 10) >= 0) {
            end++;
        }
        if (end == from || end == text.length() || text.charAt(end) != ';') {
            return fault("This is no reference to a character, such as &#38;. Where an ampersand is meant, write it as "
                    + "&amp;.", at);
        }
        return isCharacter(text.substring(from, end), hexadecimal ? 16 : 10) ? Optional.empty()
                : fault(text.substring(at, end + 1) + " stands for no character that XML has; take it out.", at);
    }

    private static boolean isCharacter(String digits, int radix) {
        if (digits.length() > 8) {
            return false;
        }
        long code = Long.parseLong(digits, radix);
        return code == '\t' || code == '\n' || code == '\r' || code >= ' ' && code < 0xD800
                || code >= 0xE000 && code <= 0xFFFD || code >= 0x10000 && code <= 0x10FFFF;
    }

    private static Optional<Fault> fault(String message, int at) {
        return Optional.of(new Fault(message, at, at));
    }
}
