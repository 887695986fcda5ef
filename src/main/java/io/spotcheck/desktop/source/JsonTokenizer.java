package io.spotcheck.desktop.source;

import io.spotcheck.desktop.source.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The tokenizer of JSON. */
final class JsonTokenizer implements Tokenizer {

    @Override
    public List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                int end = endOfString(text, i);
                tokens.add(new Token(i, end, isKey(text, end) ? Kind.KEY : Kind.VALUE));
                i = end;
            } else if (isWord(c)) {
                int end = i;
                while (end < text.length() && (isWord(text.charAt(end)) || text.charAt(end) == '+')) {
                    end++;
                }
                tokens.add(new Token(i, end, Character.isLetter(c) ? Kind.TAG : Kind.CDATA));
                i = end;
            } else {
                i++;
            }
        }
        return tokens;
    }

    /** Where a text ends that begins with this quote. */
    static int endOfString(String text, int open) {
        for (int i = open + 1; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '"' -> {
                    return i + 1;
                }
                // A string ends with its line: one forgotten quote must not recolour the rest.
                case '\n', '\r' -> {
                    return i;
                }
                default -> { }
            }
        }
        return text.length();
    }

    private static boolean isKey(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i < text.length() && text.charAt(i) == ':';
    }

    private static boolean isWord(char c) {
        return c == '-' || c == '.' || Character.isLetterOrDigit(c);
    }
}
