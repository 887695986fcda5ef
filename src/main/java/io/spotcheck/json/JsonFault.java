package io.spotcheck.json;

import io.spotcheck.resolution.Location;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * The first thing in a text that is not JSON (RFC 8259), in words for who wrote it. Parsers say which token they would
 * have liked; this says what stands there instead, and where it stands.
 *
 * @param message one plain sentence
 * @param offset  where it is, in characters from 0
 */
record JsonFault(String message, int offset) {

    private static final int SHORT = 30;

    /**
     * Finds the first fault.
     *
     * @return nothing if the text is JSON
     */
    static Optional<JsonFault> in(String text) {
        try {
            new Walk(text).document();
            return Optional.empty();
        } catch (FaultFound found) {
            return Optional.of(found.fault);
        }
    }

    /** Its place in the text. */
    Location location(String text, String path) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            char c = text.charAt(i);
            boolean end = c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (end) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Location(line, offset - lineStart + 1, path);
    }

    /** Ends the walk from wherever it is. */
    private static final class FaultFound extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient JsonFault fault;

        FaultFound(String message, int offset) {
            super(message, null, false, false);
            fault = new JsonFault(message, offset);
        }
    }

    /** An object or array that is open. */
    private record Open(boolean object, int offset) {

        String name() {
            return object ? "object" : "array";
        }
    }

    /** One walk over one text, by a stack of its own: however deep the text is nested, the walk ends. */
    private static final class Walk {

        private final String text;
        private final Deque<Open> open = new ArrayDeque<>();
        private int at;
        /** Where the last comma is, when nothing has come behind it. */
        private int comma = -1;

        Walk(String text) {
            this.text = text;
        }

        void document() throws FaultFound {
            value();
            while (!open.isEmpty()) {
                next();
            }
            blanks();
            if (at < text.length()) {
                throw behind();
            }
        }

        private FaultFound behind() {
            char c = text.charAt(at);
            return fault(c == '{' || c == '[' ? "A second document begins here; give one at a time."
                    : c == '}' || c == ']' ? "There is one “" + c + "” too many."
                    : "Something follows the end of the document: “" + here() + "”.");
        }

        /** What stands in the innermost open object or array: an item, a member, or its end. */
        private void next() throws FaultFound {
            Open innermost = open.element();
            blanks();
            boolean empty = at > 0 && innermost.offset == lastSolid();
            if (!empty && comma < 0) {
                separator(innermost);
                return;
            }
            char c = peek();
            if (c == closing(innermost)) {
                if (comma >= 0) {
                    throw new FaultFound("There is a comma before the “" + c + "” that ends the " + innermost.name()
                            + ".", comma);
                }
                close();
                return;
            }
            if (c == ',') {
                throw fault("There is a comma too many.");
            }
            comma = -1;
            if (innermost.object) {
                name();
            }
            value();
        }

        /** The offset of the last character before this one that is no blank. */
        private int lastSolid() {
            int i = at - 1;
            while (i >= 0 && isBlank(text.charAt(i))) {
                i--;
            }
            return i;
        }

        private void separator(Open innermost) throws FaultFound {
            char c = peek();
            if (c == ',') {
                comma = at++;
            } else if (c == closing(innermost)) {
                close();
            } else if (c == '}' || c == ']') {
                throw fault("This “" + c + "” does not end the " + innermost.name() + " that begins in line "
                        + line(innermost) + "; a “" + closing(innermost) + "” does.");
            } else if (c == ':') {
                throw fault("There is a colon where a comma or the end of the " + innermost.name() + " belongs.");
            } else {
                throw fault("There is no comma before “" + here() + "”.");
            }
        }

        private void close() {
            open.pop();
            at++;
            comma = -1;
        }

        private static char closing(Open open) {
            return open.object ? '}' : ']';
        }

        private void name() throws FaultFound {
            char c = peek();
            if (c == '"') {
                string();
            } else if (Character.isJavaIdentifierStart(c)) {
                throw fault("The name " + word() + " is not in double quotes.");
            } else if (isQuote(c)) {
                throw quote(c);
            } else {
                throw fault("A name in double quotes belongs here, and not “" + here() + "”.");
            }
            blanks();
            c = peek();
            if (c != ':') {
                throw fault("There is no colon behind the name" + (c == '=' ? "; “=” is none." : "."));
            }
            at++;
        }

        private void value() throws FaultFound {
            blanks();
            char c = peek();
            if (c == '{' || c == '[') {
                open.push(new Open(c == '{', at++));
            } else if (c == '"') {
                string();
            } else if (c == '-' || c >= '0' && c <= '9') {
                number();
            } else if (c == '+' || c == '.') {
                throw fault("A number begins with a digit or a minus sign, and not with “" + c + "”.");
            } else if (isQuote(c)) {
                throw quote(c);
            } else if (Character.isJavaIdentifierStart(c)) {
                literal();
            } else {
                throw fault(c == ',' || c == '}' || c == ']' ? "There is no value before this “" + c + "”."
                        : "A value belongs here, and not “" + here() + "”.");
            }
        }

        private void literal() throws FaultFound {
            String word = word();
            switch (word) {
                case "true", "false", "null" -> at += word.length();
                case "NaN", "Infinity" -> throw fault("JSON has no number " + word + "; leave out what is not known.");
                case "True", "TRUE", "False", "FALSE", "Null", "NULL" -> throw fault(word + " is written "
                        + word.toLowerCase(Locale.ROOT) + " in JSON.");
                case "None", "nil", "undefined" -> throw fault("JSON has no value " + word
                        + "; leave out what is not known.");
                default -> throw fault("The text " + shortened(word) + " is not in double quotes.");
            }
        }

        private void number() throws FaultFound {
            int start = at;
            if (text.charAt(at) == '-') {
                at++;
            }
            if (text.startsWith("Infinity", at) || text.startsWith("NaN", at)) {
                throw new FaultFound("JSON has no number " + text.substring(start, at) + word()
                        + "; leave out what is not known.", start);
            }
            int whole = digits(start, "A digit belongs behind the minus sign.");
            if (whole > 1 && text.charAt(at - whole) == '0') {
                throw new FaultFound("A number does not begin with a zero: " + shortened(text.substring(start, at))
                        + ".", start);
            }
            if (at < text.length() && text.charAt(at) == '.') {
                at++;
                digits(start, "A digit belongs behind the decimal point.");
            }
            if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
                at++;
                if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                    at++;
                }
                digits(start, "A digit belongs behind the exponent's sign.");
            }
            if (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                throw new FaultFound("“" + shortened(text.substring(start, at) + word())
                        + "” is no number of JSON, which has decimal ones only.", start);
            }
        }

        /** Reads digits, of which there is one at least; says how many. */
        private int digits(int start, String otherwise) throws FaultFound {
            int first = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == first) {
                throw at == text.length() ? ended() : new FaultFound(otherwise, start);
            }
            return at - first;
        }

        private void string() throws FaultFound {
            at++;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '"') {
                    at++;
                    return;
                }
                if (c < ' ') {
                    throw fault(switch (c) {
                        case '\n', '\r' -> "The line ends within a text; write a line break as \\n, or end the text by "
                                + "a double quote.";
                        case '\t' -> "There is a tab in a text; write it as \\t.";
                        default -> "There is the control character U+%04X in a text; write it as \\u%04x."
                                .formatted((int) c, (int) c);
                    });
                }
                if (c == '\\') {
                    escape();
                } else {
                    at++;
                }
            }
            throw ended();
        }

        private void escape() throws FaultFound {
            if (at + 1 >= text.length()) {
                at++;
                throw ended();
            }
            char c = text.charAt(at + 1);
            if (c == 'u') {
                for (int i = at + 2; i < at + 6; i++) {
                    if (i < text.length() && Character.digit(text.charAt(i), 16) < 0) {
                        throw fault("Four digits of 0 to 9 and a to f belong behind \\u.");
                    }
                }
                at = Math.min(at + 6, text.length());
            } else if ("\"\\/bfnrt".indexOf(c) >= 0) {
                at += 2;
            } else {
                throw fault("\\" + c + " is no escape of JSON; write a backslash as \\\\.");
            }
        }

        private void blanks() throws FaultFound {
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                return;
            }
            char c = text.charAt(at);
            if (c == '#' || text.startsWith("//", at) || text.startsWith("/*", at)) {
                throw fault("There is a comment here; JSON has none.");
            }
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF') {
                throw fault("There is the character U+%04X here, which looks like a blank and is none to JSON."
                        .formatted((int) c));
            }
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\n' || c == '\r' || c == '\t';
        }

        private static boolean isQuote(char c) {
            return "'`\u2018\u2019\u201C\u201D\u201E\u00AB".indexOf(c) >= 0;
        }

        private FaultFound quote(char c) {
            return fault(c == '\'' ? "Names and texts are in double quotes, not in single ones."
                    : "Names and texts are in straight double quotes, not in “" + c + "”.");
        }

        private char peek() throws FaultFound {
            if (at >= text.length()) {
                throw ended();
            }
            return text.charAt(at);
        }

        private FaultFound ended() {
            Open innermost = open.peek();
            return new FaultFound(innermost == null ? "The document ends within a value."
                    : "The document ends before the " + innermost.name() + " that begins in line " + line(innermost)
                    + " is closed.", text.length());
        }

        private int line(Open element) {
            return new JsonFault("", element.offset).location(text, "").line();
        }

        private String word() {
            int end = at;
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))
                    && !Character.isIdentifierIgnorable(text.charAt(end))) {
                end++;
            }
            return text.substring(at, end);
        }

        /** What stands here, up to the next blank. */
        private String here() {
            int end = at + 1;
            while (end < text.length() && end < at + SHORT && text.charAt(end) > ' '
                    && ",:{}[]".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            return text.substring(at, end);
        }

        private static String shortened(String written) {
            return written.length() <= SHORT ? written : written.substring(0, SHORT - 1) + "…";
        }

        private FaultFound fault(String message) {
            return new FaultFound(message, at);
        }
    }
}
