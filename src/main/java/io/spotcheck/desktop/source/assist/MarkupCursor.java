package io.spotcheck.desktop.source.assist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a document of XML the caret is, also while the document is being written and broken. Names are without
 * prefixes.
 *
 * @param where     what the caret is in
 * @param around    the elements that are open there, the outermost first; in a tag, that tag's element is not among
 *                  them
 * @param element   the element in whose tag the caret is
 * @param attribute the attribute in whose name or value the caret is
 * @param typed     what is written of the name or value, from its beginning to the caret
 * @param from      where that begins
 * @param written   the attributes that the tag has, whether before or after the caret
 * @param siblings  the elements that the one around has, before the caret and after it
 * @param version   what the root says of the version, or the VAST that is carried
 */
public record MarkupCursor(Where where, List<String> around, Optional<String> element, Optional<String> attribute,
                           String typed, int from, Set<String> written, List<String> siblings,
                           Optional<String> version) {

    /** What a caret can be in. */
    public enum Where {
        /** Between tags. */
        CONTENT,
        /** In the name of a start tag. */
        TAG_NAME,
        /** In the name of an end tag. */
        END_TAG,
        /** In a start tag, where an attribute's name is or can be. */
        ATTRIBUTE_NAME,
        /** Between the quotes of an attribute. */
        ATTRIBUTE_VALUE,
        /** In a comment, a CDATA section or a processing instruction. */
        OPAQUE
    }

    private static final String CDATA = "<![CDATA[";
    /** A tag; or a section or a comment, in which nothing is one. */
    private static final Pattern TAG = Pattern.compile("<!\\[CDATA\\[.*?]]>|<!--.*?-->"
            + "|<(/?)([\\w:.-]++)(?:[^>\"'/]|/(?!>)|\"[^\"]*+\"|'[^']*+')*+(/?)>", Pattern.DOTALL);

    /** Copies the collections. */
    public MarkupCursor {
        around = List.copyOf(around);
        written = Set.copyOf(written);
        siblings = List.copyOf(siblings);
    }

    /** The place of a caret. Takes time for a large document. */
    public static MarkupCursor at(String text, int caret) {
        return new Scan(text, Math.clamp(caret, 0, text.length())).run();
    }

    /** The elements that are open there, that of the tag among them. */
    public List<String> path() {
        var path = new ArrayList<>(around);
        element.ifPresent(path::add);
        return path;
    }

    /** One reading from the document's start to the caret. */
    private static final class Scan {

        private final String text;
        private final int caret;
        private final List<String> open = new ArrayList<>();
        private final List<List<String>> children = new ArrayList<>(List.of(new ArrayList<>()));
        private Optional<String> version = Optional.empty();
        private int at;

        Scan(String text, int caret) {
            this.text = text;
            this.caret = caret;
        }

        MarkupCursor run() {
            while (true) {
                int next = text.indexOf('<', at);
                if (next < 0 || next >= caret) {
                    return here(Where.CONTENT, "", caret);
                }
                at = next;
                Optional<MarkupCursor> found = markup();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }

        private Optional<MarkupCursor> markup() {
            if (text.startsWith("<!--", at)) {
                return opaque("-->", 4);
            }
            if (text.startsWith(CDATA, at)) {
                return opaque("]]>", CDATA.length());
            }
            if (text.startsWith("<?", at)) {
                return opaque("?>", 2);
            }
            if (text.startsWith("<!", at)) {
                return opaque(">", 2);
            }
            return text.startsWith("</", at) ? endTag() : startTag();
        }

        private Optional<MarkupCursor> opaque(String close, int opening) {
            int end = text.indexOf(close, at + opening);
            int after = end < 0 ? text.length() : end + close.length();
            if (caret < after || end < 0) {
                return Optional.of(here(Where.OPAQUE, "", caret));
            }
            at = after;
            return Optional.empty();
        }

        private Optional<MarkupCursor> endTag() {
            int name = at + 2;
            int end = endOfName(name);
            if (caret >= name && caret <= end) {
                return Optional.of(here(Where.END_TAG, text.substring(name, caret), name));
            }
            int close = text.indexOf('>', end);
            if (caret < name || close < 0 || caret <= close) {
                return Optional.of(here(Where.OPAQUE, "", caret));
            }
            close(local(text.substring(name, end)));
            at = close + 1;
            return Optional.empty();
        }

        private Optional<MarkupCursor> startTag() {
            int name = at + 1;
            int end = endOfName(name);
            if (caret >= name && caret <= end) {
                return Optional.of(here(Where.TAG_NAME, text.substring(name, caret), name));
            }
            String element = local(text.substring(name, end));
            Tag tag = new Tag(element, end);
            if (element.isEmpty()) {
                // A lone bracket in a text begins nothing.
                at = name;
                return Optional.empty();
            }
            Optional<MarkupCursor> inside = tag.read();
            if (inside.isEmpty()) {
                children.getLast().add(element);
                if (!tag.empty) {
                    open.add(element);
                    children.add(new ArrayList<>());
                }
                at = tag.i;
            }
            return inside;
        }

        private void close(String element) {
            int place = open.lastIndexOf(element);
            while (place >= 0 && open.size() > place) {
                open.removeLast();
                children.removeLast();
            }
        }

        private int endOfName(int from) {
            return MarkupCursor.endOfName(text, from);
        }

        private MarkupCursor here(Where where, String typed, int from) {
            var siblings = new ArrayList<>(children.getLast());
            if (where == Where.CONTENT || where == Where.TAG_NAME) {
                siblings.addAll(after());
            }
            return new MarkupCursor(where, open, Optional.empty(), Optional.empty(), typed, from, Set.of(), siblings,
                    version);
        }

        /** The elements after the caret that the element around has, as far as the document goes on in good order. */
        private List<String> after() {
            var found = new ArrayList<String>();
            int depth = 0;
            Matcher tags = TAG.matcher(text).region(caret, text.length());
            while (depth >= 0 && tags.find()) {
                if (tags.group(2) == null) {
                    continue;
                }
                boolean closes = !tags.group(1).isEmpty();
                if (!closes && depth == 0) {
                    found.add(local(tags.group(2)));
                }
                depth += closes ? -1 : tags.group(3).isEmpty() ? 1 : 0;
            }
            return found;
        }

        /** The attributes of one start tag. */
        private final class Tag {

            private final String element;
            private final Set<String> written = new HashSet<>();
            private int i;
            private boolean empty;
            private Optional<MarkupCursor> found = Optional.empty();

            Tag(String element, int from) {
                this.element = element;
                i = from;
            }

            /** Reads to the end of the tag; the caret's place when it is in it. */
            Optional<MarkupCursor> read() {
                while (i < text.length() && text.charAt(i) != '>' && text.charAt(i) != '<') {
                    char c = text.charAt(i);
                    if (isName(c)) {
                        attribute();
                    } else {
                        empty = c == '/';
                        i++;
                        if (caret == i || caret == i - 1) {
                            note(Where.ATTRIBUTE_NAME, Optional.empty(), "", caret);
                        }
                    }
                }
                boolean ends = i < text.length() && text.charAt(i) == '>';
                if (caret <= i && found.isEmpty()) {
                    note(Where.ATTRIBUTE_NAME, Optional.empty(), "", caret);
                }
                if (ends) {
                    i++;
                }
                return found.map(f -> new MarkupCursor(f.where, f.around, f.element, f.attribute, f.typed, f.from,
                        written, f.siblings, version));
            }

            private void attribute() {
                int start = i;
                i = endOfName(i);
                String name = text.substring(start, i);
                if (caret >= start && caret <= i) {
                    note(Where.ATTRIBUTE_NAME, Optional.of(name), text.substring(start, caret), start);
                } else {
                    written.add(name);
                }
                int equals = skipBlanks(i);
                if (equals >= text.length() || text.charAt(equals) != '=') {
                    return;
                }
                int quote = skipBlanks(equals + 1);
                i = quote;
                if (quote < text.length() && (text.charAt(quote) == '"' || text.charAt(quote) == '\'')) {
                    int close = text.indexOf(text.charAt(quote), quote + 1);
                    int end = close < 0 ? text.length() : close;
                    if (caret > quote && caret <= end) {
                        note(Where.ATTRIBUTE_VALUE, Optional.of(name), text.substring(quote + 1, caret), quote + 1);
                    }
                    if (name.equals("version") && (open.isEmpty() || element.equals("VAST"))) {
                        version = Optional.of(text.substring(quote + 1, end).strip());
                    }
                    i = Math.min(text.length(), end + 1);
                }
            }

            private int skipBlanks(int from) {
                int next = from;
                while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                    next++;
                }
                return next;
            }

            private void note(Where where, Optional<String> attribute, String typed, int from) {
                found = Optional.of(new MarkupCursor(where, open, Optional.of(element), attribute, typed, from,
                        Set.of(), children.getLast(), version));
            }
        }
    }

    /** Where a name ends that begins or goes on at an offset. */
    static int endOfName(String text, int from) {
        int i = from;
        while (i < text.length() && isName(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == ':' || c == '_' || c == '-' || c == '.';
    }

    /** The prefix, with its colon, that the elements of this name have in a document. */
    static String prefix(String text, String name) {
        Matcher matcher = Pattern.compile("<([\\w.-]+:)" + Pattern.quote(name) + "(?![\\w:.-])").matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return where.name().toLowerCase(Locale.ROOT) + " in /" + String.join("/", path());
    }
}
