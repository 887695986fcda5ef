package io.spotcheck.desktop.source;

import io.spotcheck.desktop.source.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The tokenizer of XML, and of HTML as far as colours go. */
final class MarkupTokenizer implements Tokenizer {

    private static final String CDATA_OPEN = "<![CDATA[";
    private static final String CDATA_CLOSE = "]]>";
    private static final String COMMENT_OPEN = "<!--";
    private static final String COMMENT_CLOSE = "-->";

    @Override
    public List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        int at = text.indexOf('<');
        while (at >= 0) {
            int next;
            if (text.startsWith(COMMENT_OPEN, at)) {
                next = after(text, COMMENT_CLOSE, at + COMMENT_OPEN.length());
                add(tokens, at, next, Kind.COMMENT);
            } else if (text.startsWith(CDATA_OPEN, at)) {
                next = section(text, at, tokens);
            } else if (text.startsWith("<!", at) || text.startsWith("<?", at)) {
                next = after(text, ">", at + 2);
                add(tokens, at, next, Kind.COMMENT);
            } else {
                next = tag(text, at, tokens);
            }
            at = text.indexOf('<', next);
        }
        return tokens;
    }

    private static int section(String text, int at, List<Token> tokens) {
        int inside = at + CDATA_OPEN.length();
        int close = text.indexOf(CDATA_CLOSE, inside);
        int end = close < 0 ? text.length() : close;
        add(tokens, at, inside, Kind.COMMENT);
        add(tokens, inside, end, Kind.CDATA);
        if (close < 0) {
            return end;
        }
        add(tokens, close, close + CDATA_CLOSE.length(), Kind.COMMENT);
        return close + CDATA_CLOSE.length();
    }

    private static int tag(String text, int at, List<Token> tokens) {
        int i = at + 1;
        if (i < text.length() && text.charAt(i) == '/') {
            i++;
        }
        if (i >= text.length() || !isNameStart(text.charAt(i))) {
            return i;
        }
        i = endOfName(text, i);
        add(tokens, at, i, Kind.TAG);
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '>' || (c == '/' && i + 1 < text.length() && text.charAt(i + 1) == '>')) {
                int end = i + (c == '>' ? 1 : 2);
                add(tokens, i, end, Kind.TAG);
                return end;
            }
            if (c == '<') {
                return i;
            }
            if (c == '"' || c == '\'') {
                int close = text.indexOf(c, i + 1);
                int end = close < 0 ? text.length() : close + 1;
                add(tokens, i, end, Kind.VALUE);
                i = end;
            } else if (isNameStart(c)) {
                int end = endOfName(text, i);
                add(tokens, i, end, Kind.ATTRIBUTE);
                i = end;
            } else {
                i++;
            }
        }
        return i;
    }

    private static int after(String text, String close, int from) {
        int at = text.indexOf(close, from);
        return at < 0 ? text.length() : at + close.length();
    }

    private static int endOfName(String text, int from) {
        int i = from;
        while (i < text.length() && (isNameStart(text.charAt(i)) || "-.0123456789".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    private static boolean isNameStart(char c) {
        return c == ':' || c == '_' || Character.isLetter(c);
    }

    private static void add(List<Token> tokens, int start, int end, Kind kind) {
        if (start < end) {
            tokens.add(new Token(start, end, kind));
        }
    }
}
