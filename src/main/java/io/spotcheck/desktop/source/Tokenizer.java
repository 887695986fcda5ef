package io.spotcheck.desktop.source;

import io.spotcheck.resolution.Source.Syntax;
import java.util.List;

/**
 * Finds what is to be coloured in a text. Takes every text, also a broken one, in one pass; what it does not
 * understand stays plain.
 */
interface Tokenizer {

    /** The runs in order, none overlapping; what lies between them is plain. */
    List<Token> tokens(String text);

    /** The tokenizer of a syntax. */
    static Tokenizer of(Syntax syntax) {
        return switch (syntax) {
            case XML, HTML -> new MarkupTokenizer();
            case JSON -> new JsonTokenizer();
            case TEXT -> _ -> List.of();
        };
    }
}
