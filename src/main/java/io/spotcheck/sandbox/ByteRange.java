package io.spotcheck.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which bytes of a file a {@code Range} header asks for (RFC 9110 §14). */
sealed interface ByteRange {
    /** The whole file: no range, one that is not understood, or several at once, which a server may ignore. */
    record All() implements ByteRange {
    }

    /** From the first to the last byte, both included. */
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    /** A range of which the file has no byte. */
    record Unsatisfiable() implements ByteRange {
    }

    /** Reads the value of a header for a file of that length. */
    static ByteRange of(String header, long length) {
        Matcher range = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})").matcher(header.strip());
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return new All();
        }
        if (range.group(1).isEmpty()) {
            long suffix = Math.min(Long.parseLong(range.group(2)), length);
            return suffix == 0 ? new Unsatisfiable() : new Part(length - suffix, length - 1);
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? length - 1 : Math.min(Long.parseLong(range.group(2)), length - 1);
        if (!range.group(2).isEmpty() && Long.parseLong(range.group(2)) < first) {
            return new All();
        }
        return first >= length ? new Unsatisfiable() : new Part(first, last);
    }
}
