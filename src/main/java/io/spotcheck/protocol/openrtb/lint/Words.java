package io.spotcheck.protocol.openrtb.lint;

import java.util.List;

/** Puts words together for people. */
final class Words {

    private static final int SHORT = 60;
    private static final int MANY = 8;

    private Words() {
    }

    static String and(List<String> words) {
        return join(words, "and");
    }

    static String or(List<String> words) {
        return join(words, "or");
    }

    private static String join(List<String> words, String last) {
        if (words.size() > MANY) {
            return String.join(", ", words.subList(0, MANY).stream().map(Words::shorten).toList()) + " " + last
                    + " others";
        }
        return words.size() < 2 ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " " + last + " " + words.getLast();
    }

    /** The beginning of a long text. */
    static String shorten(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT - 1) + "…";
    }
}
