package io.spotcheck.desktop.source;

import io.spotcheck.desktop.source.Hits.Hit;

/** A text on the screen in which a person can search and go to a line. Offsets are those of {@link #content}. */
interface Searched {

    /** The whole text as it is now. */
    String content();

    /** Where the selection begins, or the caret is. */
    int selectionStart();

    /** What is selected. */
    String selectedText();

    /** Selects a place and scrolls there; the keyboard stays where it is. */
    void select(Hit hit);

    /** Puts all places on a ground of their own. */
    void highlight(Hits hits);

    /** How many lines there are. */
    int lineCount();

    /** Puts the caret to a line and column, both from 1, or as near as there is, and scrolls there. */
    void goTo(int line, int column);

    /** Gives it the keyboard. */
    void requestFocus();
}
