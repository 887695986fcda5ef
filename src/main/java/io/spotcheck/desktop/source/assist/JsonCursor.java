package io.spotcheck.desktop.source.assist;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where in a document of JSON the caret is, also while the document is being written and broken.
 *
 * @param where   what the caret is in
 * @param path    the names that lead from the root to the object in which the caret is; arrays add none
 * @param shown   the same, with the places in arrays, such as {@code imp[0].video}
 * @param name    the member in whose name or value the caret is
 * @param inArray whether the value is an item of the member's array
 * @param typed   what is written of the name or value, from its beginning to the caret, without quotes
 * @param from    where that begins, with its quote
 * @param to      where it ends, with its quote; the caret, when nothing is written
 * @param value   the member's value as it is written, when it is neither an object nor an array
 * @param written the other names in the object, whether before or after the caret
 * @param comma   whether a comma is missing before what is written at the caret
 * @param root    the names at the document's root
 * @param all     all names of the document
 */
record JsonCursor(Where where, List<String> path, String shown, Optional<String> name, boolean inArray, String typed,
                  int from, int to, Optional<String> value, Set<String> written, boolean comma, Set<String> root,
                  Set<String> all) {

    /** What a caret can be in. */
    enum Where {
        /** In a name, or where one can be. */
        NAME,
        /** In a value, or where one can be. */
        VALUE,
        /** Anywhere else. */
        NEITHER
    }

    /** Whether a text is meant to be JSON. */
    static boolean isJson(String text) {
        int i = 0;
        while (i < text.length() && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\uFEFF')) {
            i++;
        }
        return i < text.length() && (text.charAt(i) == '{' || text.charAt(i) == '[');
    }

    /** The place of a caret. Takes time for a large document. */
    static JsonCursor at(String text, int caret) {
        return new Scan(text, caret).run();
    }

    /** An object or array that is open. */
    private static final class Frame {
        private final boolean object;
        private final String name;
        private final Set<String> names = new LinkedHashSet<>();
        private Optional<String> member = Optional.empty();
        private boolean afterColon;
        private boolean afterValue;
        private int index;

        Frame(boolean object, String name) {
            this.object = object;
            this.name = name;
        }
    }

    /** One reading of the whole document, which stops for a moment at the caret. */
    private static final class Scan {

        private final String text;
        private final int caret;
        private final List<Frame> open = new ArrayList<>();
        private final Set<String> root = new LinkedHashSet<>();
        private final Set<String> all = new LinkedHashSet<>();
        private Optional<JsonCursor> found = Optional.empty();
        private Optional<Frame> around = Optional.empty();
        private int i;

        Scan(String text, int caret) {
            this.text = text;
            this.caret = caret;
        }

        JsonCursor run() {
            while (i < text.length()) {
                char c = text.charAt(i);
                if (found.isEmpty() && caret <= i && c != '"' && !isWord(c)) {
                    note("", caret, caret);
                }
                if (c == '"') {
                    token(endOfString(), true);
                } else if (isWord(c)) {
                    token(endOfWord(), false);
                } else {
                    sign(c);
                    i++;
                }
            }
            if (found.isEmpty()) {
                note("", caret, caret);
            }
            JsonCursor at = found.orElseThrow();
            var others = new LinkedHashSet<>(around.map(f -> f.names).orElse(Set.of()));
            if (at.where == Where.NAME) {
                at.name.ifPresent(others::remove);
            }
            return new JsonCursor(at.where, at.path, at.shown, at.name, at.inArray, at.typed, at.from, at.to, at.value,
                    others, at.comma, root, all);
        }

        private void token(int end, boolean quoted) {
            int start = i;
            boolean closed = quoted && end > start + 1 && text.charAt(end - 1) == '"';
            String content = quoted ? text.substring(start + 1, closed ? end - 1 : end) : text.substring(start, end);
            boolean inside = quoted ? caret > start && (caret < end || !closed && caret == end)
                    : caret >= start && caret <= end;
            Optional<Frame> frame = last();
            boolean isName = frame.filter(f -> f.object && !f.afterColon).isPresent();
            if (found.isEmpty() && (inside || caret <= start)) {
                if (inside) {
                    frame.filter(_ -> isName).ifPresent(f -> f.member = Optional.of(content));
                    note(text.substring(quoted ? start + 1 : start, caret), start, end);
                    found = found.map(f -> f.withValue(isName ? Optional.empty() : Optional.of(content)));
                } else {
                    note("", caret, caret);
                }
            }
            frame.ifPresent(f -> {
                if (isName) {
                    f.member = Optional.of(content);
                    f.names.add(content);
                    all.add(content);
                    if (open.size() == 1 || open.size() == 2 && f.name.equals("native") && root.size() == 1) {
                        root.add(content);
                    }
                    f.afterValue = false;
                } else {
                    f.afterValue = true;
                }
            });
            i = end;
        }

        private void sign(char c) {
            switch (c) {
                case '{', '[' -> open.add(new Frame(c == '{', last().map(f -> f.object ? f.member.orElse("")
                        : f.name).orElse("")));
                case '}', ']' -> {
                    if (!open.isEmpty()) {
                        open.removeLast();
                    }
                    last().ifPresent(f -> f.afterValue = true);
                }
                case ':' -> last().ifPresent(f -> f.afterColon = f.object);
                case ',' -> last().ifPresent(f -> {
                    f.afterColon = false;
                    f.afterValue = false;
                    f.member = f.object ? Optional.empty() : f.member;
                    f.index++;
                });
                default -> { }
            }
        }

        private void note(String typed, int from, int to) {
            Optional<Frame> frame = last();
            around = frame;
            Where where = frame.isEmpty() ? Where.NEITHER : frame.get().object && (!frame.get().afterColon || frame.get().afterValue && from == to)
                    ? Where.NAME : Where.VALUE;
            boolean comma = from == to && frame.filter(f -> f.afterValue).isPresent();
            Optional<String> name = frame.flatMap(f -> f.object
                    ? where == Where.NAME && from == to ? Optional.empty() : f.member : Optional.of(f.name));
            found = Optional.of(new JsonCursor(where, path(), shown(), name,
                    frame.filter(f -> !f.object).isPresent(), typed, from, to, Optional.empty(), Set.of(), comma,
                    Set.of(), Set.of()));
        }

        private List<String> path() {
            var path = new ArrayList<String>();
            for (Frame frame : open) {
                if (frame.object && !frame.name.isEmpty()) {
                    path.add(frame.name);
                }
            }
            return path;
        }

        private String shown() {
            var shown = new StringBuilder();
            for (int f = 0; f < open.size(); f++) {
                Frame frame = open.get(f);
                boolean item = f > 0 && !open.get(f - 1).object;
                if (item) {
                    shown.append('[').append(open.get(f - 1).index).append(']');
                } else if (!frame.name.isEmpty()) {
                    shown.append(shown.isEmpty() ? "" : ".").append(frame.name);
                }
            }
            return shown.toString();
        }

        private Optional<Frame> last() {
            return open.isEmpty() ? Optional.empty() : Optional.of(open.getLast());
        }

        private int endOfString() {
            for (int at = i + 1; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '\\') {
                    at++;
                } else if (c == '"') {
                    return at + 1;
                } else if (c == '\n') {
                    // A string ends with its line: one forgotten quote must not swallow the rest.
                    return at;
                }
            }
            return text.length();
        }

        private int endOfWord() {
            int at = i;
            while (at < text.length() && isWord(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private static boolean isWord(char c) {
            return c == '-' || c == '+' || c == '.' || c == '_' || Character.isLetterOrDigit(c);
        }
    }

    private JsonCursor withValue(Optional<String> written) {
        return new JsonCursor(where, path, shown, name, inArray, typed, from, to, written, this.written, comma, root,
                all);
    }
}
