package io.spotcheck.xml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the lines of a document begin, found out when somebody asks for the first place. Safe for use by many threads.
 */
final class LinePlaces {

    private final String document;
    private volatile int @Nullable [] starts;

    LinePlaces(String document) {
        this.document = document;
    }

    /** The line of a character, from 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(starts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of a character, from 1. */
    int column(int offset) {
        return offset - starts()[line(offset) - 1] + 1;
    }

    private int[] starts() {
        int[] known = starts;
        if (known == null) {
            known = find(document);
            starts = known;
        }
        return known;
    }

    /** A line ends with a line feed, a carriage return, or both (XML 1.0 §2.11). */
    private static int[] find(String document) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < document.length(); i++) {
            char c = document.charAt(i);
            if (c == '\n' || c == '\r' && !document.startsWith("\n", i + 1)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
