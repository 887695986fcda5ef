package io.spotcheck.desktop.source;

import io.spotcheck.desktop.source.Token.Kind;
import io.spotcheck.resolution.Source.Syntax;
import java.util.List;

/** Puts each element, or each member, of a document on a line of its own. What the document says stays the same. */
final class LineBreaks {

    private static final String STEP = "  ";
    private static final int DEEPEST = 40;

    private LineBreaks() {
    }

    /** A document with its breaks; breaks that it has already stay. Takes time for a large one. */
    static String in(String text, Syntax syntax) {
        return switch (syntax) {
            case XML, HTML -> markup(text);
            case JSON -> json(text);
            case TEXT -> text;
        };
    }

    /** Between two tags without anything in between. */
    private static String markup(String text) {
        var broken = new StringBuilder(text.length() + text.length() / 8);
        List<Token> tokens = Tokenizer.of(Syntax.XML).tokens(text);
        int depth = 0;
        int copied = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean starts = text.charAt(token.start()) == '<';
            if (token.kind() == Kind.TAG && starts) {
                depth += text.startsWith("</", token.start()) ? -1 : 1;
            } else if (token.kind() == Kind.TAG && text.startsWith("/>", token.start())) {
                depth--;
            }
            boolean ends = text.charAt(token.end() - 1) == '>' && !text.startsWith("]]>", token.start());
            if (ends && i + 1 < tokens.size() && tokens.get(i + 1).start() == token.end()
                    && text.charAt(token.end()) == '<' && !text.startsWith("<![CDATA[", token.end())) {
                broken.append(text, copied, token.end());
                copied = token.end();
                line(broken, text.startsWith("</", token.end()) ? depth - 1 : depth);
            }
        }
        return broken.append(text, copied, text.length()).toString();
    }

    /** After each comma and bracket that opens, and before each that closes. */
    private static String json(String text) {
        var broken = new StringBuilder(text.length() + text.length() / 2);
        int depth = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                int end = JsonTokenizer.endOfString(text, i);
                broken.append(text, i, end);
                i = end;
                continue;
            }
            boolean closes = c == '}' || c == ']';
            if (closes) {
                depth--;
                if (i > 0 && "{[".indexOf(text.charAt(i - 1)) < 0 && !Character.isWhitespace(text.charAt(i - 1))) {
                    line(broken, depth);
                }
            }
            broken.append(c);
            boolean opens = c == '{' || c == '[';
            depth += opens ? 1 : 0;
            if ((opens || c == ',') && i + 1 < text.length() && !Character.isWhitespace(text.charAt(i + 1))
                    && "}]".indexOf(text.charAt(i + 1)) < 0) {
                line(broken, depth);
            }
            i++;
        }
        return broken.toString();
    }

    private static void line(StringBuilder text, int depth) {
        text.append('\n').append(STEP.repeat(Math.clamp(depth, 0, DEEPEST)));
    }
}
