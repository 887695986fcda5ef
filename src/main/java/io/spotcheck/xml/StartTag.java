package io.spotcheck.xml;

import io.spotcheck.xml.FaultSearch.Fault;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A start tag of a text that may be broken.
 *
 * @param name    the name of the element
 * @param isEmpty whether the tag ends its element, too
 * @param end     the offset behind it
 * @param fault   what is wrong with it
 */
record StartTag(String name, boolean isEmpty, int end, Optional<Fault> fault) {

    private static final String BLANKS = " \t\r\n";
    private static final String CURLY = "“”„‟‘’«»";

    static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c == ':' || Character.isSurrogate(c);
    }

    static boolean isNamePart(char c) {
        return isNameStart(c) || Character.isDigit(c) || c == '-' || c == '.' || c == '\u00B7';
    }

    static int nameEnd(String text, int from) {
        int at = from;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The tag that begins at an offset. */
    static StartTag read(String text, int start) {
        return new Reader(text, start).read();
    }

    /** Goes through one tag. */
    private static final class Reader {

        private final String text;
        private final int start;
        private final String name;
        private final Set<String> attributes = new HashSet<>();
        private int at;

        private Reader(String text, int start) {
            this.text = text;
            this.start = start;
            at = nameEnd(text, start + 1);
            name = text.substring(start + 1, at);
        }

        private StartTag read() {
            while (true) {
                int before = at;
                while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
                    at++;
                }
                if (at == text.length()) {
                    return wrong("The document ends within the tag <" + name + ".", start);
                }
                char c = text.charAt(at);
                if (c == '>' || text.startsWith("/>", at)) {
                    return new StartTag(name, c == '/', at + (c == '/' ? 2 : 1), Optional.empty());
                }
                if (c == '<') {
                    return wrong("The tag <" + name + " has no > at its end.", start);
                }
                if (!isNameStart(c)) {
                    return wrong("The character " + Character.toString(text.codePointAt(at))
                            + " has no place in the tag <" + name + ".", at);
                }
                if (before == at) {
                    return wrong("A blank is missing before this attribute.", at);
                }
                Optional<StartTag> wrong = attribute();
                if (wrong.isPresent()) {
                    return wrong.get();
                }
            }
        }

        private Optional<StartTag> attribute() {
            int nameStart = at;
            at = nameEnd(text, at);
            String attribute = text.substring(nameStart, at);
            skipBlanks();
            if (at == text.length() || text.charAt(at) != '=') {
                return Optional.of(wrong("The attribute " + attribute + " has no value; write " + attribute
                        + "=\"…\".", nameStart));
            }
            at++;
            skipBlanks();
            if (at == text.length() || text.charAt(at) != '"' && text.charAt(at) != '\'') {
                boolean curly = at < text.length() && CURLY.indexOf(text.charAt(at)) >= 0;
                return Optional.of(wrong("The value of " + attribute + (curly
                        ? " stands between typographic quotation marks; write the straight ones, \"."
                        : " stands without quotation marks; write " + attribute + "=\"…\"."), at));
            }
            if (!attributes.add(attribute)) {
                return Optional.of(wrong("The attribute " + attribute + " stands in this tag twice.", nameStart));
            }
            return value(attribute);
        }

        private Optional<StartTag> value(String attribute) {
            int quote = at;
            for (int i = quote + 1; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == text.charAt(quote)) {
                    at = i + 1;
                    return Optional.empty();
                }
                if (c == '<') {
                    // Where the tag or the line ends in the value, it is the quotation mark that somebody forgot.
                    boolean forgotten = text.lastIndexOf('>', i) > quote || text.lastIndexOf('\n', i) > quote;
                    return Optional.of(forgotten ? unclosed(attribute, quote, i)
                            : wrong("A < stands in the value of " + attribute + "; write it as &lt;.", i));
                }
                Optional<Fault> wrong = c == '&' || c < ' ' ? Characters.check(text, i) : Optional.empty();
                if (wrong.isPresent()) {
                    return Optional.of(new StartTag(name, false, i, wrong));
                }
            }
            return Optional.of(unclosed(attribute, quote, text.length()));
        }

        private StartTag unclosed(String attribute, int quote, int seen) {
            return new StartTag(name, false, seen, Optional.of(new Fault("The value of " + attribute
                    + " has no quotation mark at its end.", quote, seen)));
        }

        private void skipBlanks() {
            while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private StartTag wrong(String message, int offset) {
            return new StartTag(name, false, at, Optional.of(new Fault(message, offset, at)));
        }
    }
}
