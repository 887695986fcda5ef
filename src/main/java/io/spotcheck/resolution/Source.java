package io.spotcheck.resolution;

import java.util.Objects;

/**
 * The text of a document as received, decoded.
 *
 * @param name   where it came from: a URL, a file name or {@code pasted}
 * @param syntax what it is written in
 * @param text   the text
 */
public record Source(String name, Syntax syntax, String text) {

    /** What a source is written in. */
    public enum Syntax { XML, JSON, HTML, TEXT }

    /** Checks that nothing is missing. */
    public Source {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(syntax, "syntax");
        Objects.requireNonNull(text, "text");
    }
}
