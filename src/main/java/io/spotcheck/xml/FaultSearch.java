package io.spotcheck.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Finds out what is wrong with a text that a parser has refused: the first place where it is not well-formed
 * (XML 1.0 §2 and §3.1), what an author must have meant there, and what to write instead. A parser says where it gave
 * up; an element or a section that nobody closed is named here where it begins.
 */
final class FaultSearch {

    private static final String BLANKS = " \t\r\n";
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final String COMMENT = "<!--";

    private final String text;
    private final LinePlaces places;
    private final Deque<Open> open = new ArrayDeque<>();
    private boolean rootSeen;
    private int at;

    /**
     * What is wrong.
     *
     * @param message one plain sentence that says what to do
     * @param offset  the character at which it is wrong
     * @param seen    the character at which it shows
     */
    record Fault(String message, int offset, int seen) {
    }

    /** An element that is open, and the last CDATA section directly in it. */
    private static final class Open {

        private final String name;
        private final int start;
        private int section = -1;
        private int sectionEnd = -1;

        private Open(String name, int start) {
            this.name = name;
            this.start = start;
        }
    }

    private FaultSearch(String text, LinePlaces places) {
        this.text = text;
        this.places = places;
    }

    /** The first fault; empty where only a parser knows what is wrong. */
    static Optional<Fault> in(String text, LinePlaces places) {
        return new FaultSearch(text, places).first();
    }

    private Optional<Fault> first() {
        while (at < text.length()) {
            Optional<Fault> fault = text.charAt(at) == '<' ? markup() : characters();
            if (fault.isPresent() || at < 0) {
                return fault;
            }
        }
        if (!open.isEmpty()) {
            Open inner = open.getFirst();
            return Optional.of(new Fault("The document ends and " + inner.name + " of line "
                    + places.line(inner.start) + " is still open: </" + inner.name + "> is missing.",
                    text.stripTrailing().length(), text.length()));
        }
        return rootSeen ? Optional.empty() : fault("There is no element in the document.", 0);
    }

    /** Gives up: what stands here is for a parser to judge. */
    private Optional<Fault> unknown() {
        at = -1;
        return Optional.empty();
    }

    private static Optional<Fault> fault(String message, int offset) {
        return Optional.of(new Fault(message, offset, offset));
    }

    private Optional<Fault> markup() {
        if (text.startsWith(COMMENT, at)) {
            return comment();
        }
        if (text.startsWith(CDATA, at)) {
            return section();
        }
        if (text.startsWith("<?", at)) {
            return instruction();
        }
        if (text.startsWith("</", at)) {
            return endTag();
        }
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (next == '!' || next == '[') {
            return declaration();
        }
        return StartTag.isNameStart(next) ? startTag()
                : fault("This < begins no tag; write it as &lt;.", at);
    }

    private Optional<Fault> characters() {
        int end = text.indexOf('<', at);
        end = end < 0 ? text.length() : end;
        if (open.isEmpty()) {
            int first = at;
            while (first < end && BLANKS.indexOf(text.charAt(first)) >= 0) {
                first++;
            }
            at = end;
            return first == end ? Optional.empty() : fault(rootSeen
                    ? "There is text behind the end of the document’s root element."
                    : "There is text before the first tag of the document.", first);
        }
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            if (c == '&' || c < ' ') {
                Optional<Fault> wrong = Characters.check(text, i);
                if (wrong.isPresent()) {
                    return wrong;
                }
            } else if (c == ']' && text.startsWith(CDATA_END, i)) {
                return fault("]]> ends a CDATA section, and none is open here; write ]]&gt; where it is text.", i);
            }
        }
        at = end;
        return Optional.empty();
    }

    private Optional<Fault> comment() {
        int hyphens = text.indexOf("--", at + COMMENT.length());
        if (hyphens < 0) {
            return fault("This comment is never closed; write --> behind it.", at);
        }
        if (text.startsWith("-->", hyphens)) {
            at = hyphens + 3;
            return Optional.empty();
        }
        return text.startsWith(COMMENT, hyphens - 2)
                ? Optional.of(new Fault("This comment is not closed before another one begins in line "
                        + places.line(hyphens) + "; write --> behind it.", at, hyphens))
                : fault("Two hyphens stand in a comment, where they can only begin its end -->.", hyphens);
    }

    private Optional<Fault> section() {
        if (open.isEmpty()) {
            return fault("A CDATA section stands outside of the root element.", at);
        }
        int end = text.indexOf(CDATA_END, at);
        if (end < 0) {
            return fault("This CDATA section is never closed; write ]]> behind its text.", at);
        }
        open.getFirst().section = at;
        open.getFirst().sectionEnd = end;
        at = end + CDATA_END.length();
        return Optional.empty();
    }

    private Optional<Fault> instruction() {
        int end = text.indexOf("?>", at);
        if (end < 0) {
            return fault("This instruction is never closed; write ?> behind it.", at);
        }
        boolean declares = text.regionMatches(true, at + 2, "xml", 0, 3) && at + 5 < text.length()
                && !StartTag.isNamePart(text.charAt(at + 5));
        if (declares && at > 0) {
            return fault("An XML declaration must be the very first thing of the document; take this one out, or what "
                    + "stands before it.", at);
        }
        if (declares && !XmlDeclaration.isWellFormed(text.substring(at, end + 2))) {
            return fault("The XML declaration is wrong; write <?xml version=\"1.0\" encoding=\"UTF-8\"?>.", at);
        }
        at = end + 2;
        return Optional.empty();
    }

    /** What begins like a section or a document type. */
    private Optional<Fault> declaration() {
        if (!text.startsWith("<!DOCTYPE", at)) {
            String start = text.substring(at, Math.min(text.length(), at + 12)).replaceAll("\\s", "");
            return start.contains("[")
                    ? fault("A CDATA section begins with <![CDATA[, in capitals and without blanks.", at)
                    : fault("This <! begins neither a comment, which is <!--, nor a CDATA section, which is <![CDATA[.",
                            at);
        }
        int end = text.indexOf('>', at);
        int subset = text.indexOf('[', at);
        if (subset >= 0 && subset < end) {
            int close = text.indexOf(']', subset);
            end = close < 0 ? -1 : text.indexOf('>', close);
        }
        if (rootSeen || end < 0) {
            return unknown();
        }
        at = end + 1;
        return Optional.empty();
    }

    private Optional<Fault> startTag() {
        StartTag tag = StartTag.read(text, at);
        if (tag.fault().isPresent()) {
            return tag.fault();
        }
        if (rootSeen && open.isEmpty()) {
            return fault("There is a second root element, " + tag.name() + "; a document has only one.", at);
        }
        rootSeen = true;
        if (!tag.isEmpty()) {
            open.push(new Open(tag.name(), at));
        }
        at = tag.end();
        return Optional.empty();
    }

    private Optional<Fault> endTag() {
        int nameEnd = StartTag.nameEnd(text, at + 2);
        String name = text.substring(at + 2, nameEnd);
        int end = nameEnd;
        while (end < text.length() && BLANKS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (name.isEmpty()) {
            return fault("This end tag has no name.", at);
        }
        if (end == text.length() || text.charAt(end) == '<') {
            return Optional.of(new Fault("The end tag </" + name + " has no > at its end.", at, end));
        }
        if (text.charAt(end) != '>') {
            return fault("An end tag holds its name only; write </" + name + ">.", end);
        }
        if (open.isEmpty()) {
            return fault("The end tag </" + name + "> closes nothing: no element is open here.", at);
        }
        if (!open.getFirst().name.equals(name)) {
            return mismatch(name);
        }
        open.pop();
        at = end + 1;
        return Optional.empty();
    }

    private Optional<Fault> mismatch(String name) {
        Open inner = open.getFirst();
        int line = places.line(inner.start);
        String swallowed = inner.section < 0 ? "" : text.substring(inner.section, inner.sectionEnd);
        if (swallowed.contains("</" + inner.name)) {
            return Optional.of(new Fault("This CDATA section is not closed before </" + inner.name
                    + ">; write ]]> behind its text.", inner.section, at));
        }
        if (open.stream().anyMatch(element -> element.name.equals(name))) {
            return Optional.of(new Fault(inner.name + " is not closed: </" + inner.name + "> is missing before the </"
                    + name + "> of line " + places.line(at) + ".", inner.start, at));
        }
        return fault("The end tag </" + name + "> closes nothing: the element that is open here is " + inner.name
                + " of line " + line + "; write </" + inner.name + ">, or take the tag out.", at);
    }
}
