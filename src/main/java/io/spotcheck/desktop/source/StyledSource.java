package io.spotcheck.desktop.source;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * A text with its colours, ready to be put into a text area at once.
 *
 * @param text     the text
 * @param document the paragraphs with their styles
 */
record StyledSource(SourceText text,
                    ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document) {

    private static final Collection<String> PLAIN = List.of();
    private static final Map<Token.Kind, Collection<String>> STYLES = new EnumMap<>(Token.Kind.class);

    static {
        for (Token.Kind kind : Token.Kind.values()) {
            STYLES.put(kind, List.of(kind.styleClass()));
        }
    }

    /** Colours a text. Takes time for a large one. */
    static StyledSource of(SourceText text) {
        var builder = new ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>>(
                SegmentOps.styledTextOps(), PLAIN);
        List<Token> tokens = text.tokens();
        int next = 0;
        for (int i = 0; i < text.paragraphs(); i++) {
            while (next < tokens.size() && tokens.get(next).end() <= text.start(i)) {
                next++;
            }
            builder.addParagraph(text.paragraph(i), spans(text.start(i), text.end(i), tokens, next));
        }
        return new StyledSource(text, builder.build());
    }

    /** The colours of a part of a text; the first token is the first that ends behind its start. */
    static StyleSpans<Collection<String>> spans(int start, int end, List<Token> tokens, int first) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        int at = start;
        for (int i = first; i < tokens.size() && tokens.get(i).start() < end; i++) {
            Token token = tokens.get(i);
            int from = Math.max(token.start(), start);
            int to = Math.min(token.end(), end);
            if (from > at) {
                spans.add(PLAIN, from - at);
            }
            if (to > from) {
                spans.add(STYLES.get(token.kind()), to - from);
            }
            at = Math.max(at, to);
        }
        if (at < end || start == end) {
            spans.add(PLAIN, end - at);
        }
        return spans.create();
    }
}
