package io.spotcheck.desktop.source;

import io.spotcheck.resolution.Source;
import java.util.Arrays;
import java.util.List;

/**
 * A document cut into the paragraphs in which it is shown. A paragraph is a line, except that a very long line becomes
 * several: a minified document is one line of megabytes, which no text view lays out in reasonable time.
 */
final class SourceText {

    /** How many characters a line has at most that is shown as one paragraph: long URLs stay in one piece. */
    static final int LONGEST_LINE = 2_000;

    /** How many characters the paragraphs of a longer line have. */
    static final int PIECE = 200;

    private final Source source;
    private final List<Token> tokens;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] lines = new int[256];
    private int count;

    /**
     * A place among the paragraphs.
     *
     * @param paragraph the paragraph, from 0
     * @param column    the column in it, from 0
     */
    record Place(int paragraph, int column) {
    }

    /**
     * A place in the document.
     *
     * @param line   the line, from 1
     * @param column the column, from 1
     */
    record Position(int line, int column) {
    }

    private SourceText(Source source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
        cut();
    }

    /** Cuts and tokenizes a document. Takes time for a large one. */
    static SourceText of(Source source) {
        return new SourceText(source, Tokenizer.of(source.syntax()).tokens(source.text()));
    }

    /** The document. */
    Source source() {
        return source;
    }

    /** The coloured runs, in offsets of the document's text. */
    List<Token> tokens() {
        return tokens;
    }

    /** How many paragraphs there are, at least one. */
    int paragraphs() {
        return count;
    }

    /** The text of a paragraph. */
    String paragraph(int index) {
        return source.text().substring(starts[index], ends[index]);
    }

    /** Where a paragraph begins in the document's text. */
    int start(int index) {
        return starts[index];
    }

    /** Where a paragraph ends in the document's text, without the line's end. */
    int end(int index) {
        return ends[index];
    }

    /** The line that a paragraph belongs to, from 1. */
    int line(int index) {
        return lines[index];
    }

    /** Whether a paragraph goes on with the line of the one before. */
    boolean continues(int index) {
        return index > 0 && lines[index] == lines[index - 1];
    }

    /** How many lines there are. */
    int lines() {
        return lines[count - 1];
    }

    /** The place of a position; the nearest there is, when the document does not reach that far. */
    Place place(int line, int column) {
        int index = firstParagraphOf(Math.clamp(line, 1, lines()));
        int rest = Math.max(0, column - 1);
        while (rest > ends[index] - starts[index] && index + 1 < count && continues(index + 1)) {
            rest -= ends[index] - starts[index];
            index++;
        }
        return new Place(index, Math.min(rest, ends[index] - starts[index]));
    }

    /** The offset of a place in the document's text. */
    int offset(Place place) {
        int index = Math.clamp(place.paragraph(), 0, count - 1);
        return Math.min(ends[index], starts[index] + place.column());
    }

    /** The position of a place. */
    Position position(Place place) {
        int first = firstParagraphOf(lines[place.paragraph()]);
        return new Position(lines[place.paragraph()], starts[place.paragraph()] - starts[first] + place.column() + 1);
    }

    /** The place of an offset in the document's text. */
    Place at(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        int index = found >= 0 ? found : -found - 2;
        return new Place(index, Math.min(offset, ends[index]) - starts[index]);
    }

    private int firstParagraphOf(int line) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines[middle] < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void cut() {
        String text = source.text();
        int line = 1;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                line(from, i, line++);
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                from = i + 1;
            }
        }
        line(from, text.length(), line);
    }

    private void line(int start, int end, int line) {
        int from = start;
        while (end - start > LONGEST_LINE && end - from > PIECE) {
            int to = from + PIECE;
            if (Character.isHighSurrogate(source.text().charAt(to - 1))) {
                to--;
            }
            add(from, to, line);
            from = to;
        }
        add(from, end, line);
    }

    private void add(int start, int end, int line) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            lines = Arrays.copyOf(lines, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        lines[count++] = line;
    }
}
