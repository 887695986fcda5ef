package io.spotcheck.xml;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Where each character of an element's text, as it is read, is written in the document. Immutable. */
public final class XmlTextMap {

    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    private final int[] starts;
    private final int[] ends;
    private final boolean[] verbatim;

    private XmlTextMap(int[] starts, int[] ends, boolean[] verbatim) {
        this.starts = starts;
        this.ends = ends;
        this.verbatim = verbatim;
    }

    /**
     * Where a piece of the text is written.
     *
     * @param from the index of its first character in the text
     * @param to   the index behind its last one; the piece is not empty
     */
    public Span span(int from, int to) {
        return new Span(starts[from], ends[to - 1]);
    }

    /** Whether the whole piece is written in one stretch, without anything in between that is no text. */
    public boolean isWhole(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (starts[i] != ends[i - 1] && starts[i] != starts[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a character stands in a CDATA section, where nothing is escaped. */
    public boolean isVerbatim(int index) {
        return verbatim[index];
    }

    /** Collects the characters from the document. */
    static final class Builder {

        private final StringBuilder read = new StringBuilder();
        private int[] starts = new int[64];
        private int[] ends = new int[64];
        private boolean[] verbatim = new boolean[64];

        void verbatim(String document, int from, int to) {
            int at = from;
            while (at < to) {
                at = plain(document, at, true);
            }
        }

        /** Takes what stands for one character, and says where it ends. */
        int character(String document, int at) {
            if (document.charAt(at) != '&') {
                return plain(document, at, false);
            }
            int end = document.indexOf(';', at) + 1;
            String name = document.substring(at + 1, end - 1);
            String value = name.startsWith("#x") ? Character.toString(Integer.parseInt(name.substring(2), 16))
                    : name.startsWith("#") ? Character.toString(Integer.parseInt(name.substring(1)))
                    : ENTITIES.getOrDefault(name, "");
            for (int i = 0; i < value.length(); i++) {
                add(value.charAt(i), at, end, false);
            }
            return end;
        }

        /** XML reads every kind of line end as a line feed. */
        private int plain(String document, int at, boolean inCdata) {
            char c = document.charAt(at);
            int end = c == '\r' && document.startsWith("\n", at + 1) ? at + 2 : at + 1;
            add(c == '\r' ? '\n' : c, at, end, inCdata);
            return end;
        }

        private void add(char c, int start, int end, boolean inCdata) {
            int index = read.length();
            if (index == starts.length) {
                starts = Arrays.copyOf(starts, index * 2);
                ends = Arrays.copyOf(ends, index * 2);
                verbatim = Arrays.copyOf(verbatim, index * 2);
            }
            starts[index] = start;
            ends[index] = end;
            verbatim[index] = inCdata;
            read.append(c);
        }

        /** The map of the text; empty when the document was read otherwise, so that nobody edits a wrong place. */
        Optional<XmlTextMap> build(String text) {
            String all = read.toString();
            int from = all.length() - all.stripLeading().length();
            if (!all.strip().equals(text)) {
                return Optional.empty();
            }
            int to = from + text.length();
            return Optional.of(new XmlTextMap(Arrays.copyOfRange(starts, from, to), Arrays.copyOfRange(ends, from, to),
                    Arrays.copyOfRange(verbatim, from, to)));
        }
    }
}
