package io.spotcheck.desktop.wording;

/** URLs that keep their host and their end, the middle left out. */
public final class Shortened {

    private static final char ELLIPSIS = '…';

    private Shortened() {
    }

    /**
     * A URL in at most this many characters; the scheme goes first, then the middle.
     *
     * @param characters how many there is room for, at least 8
     */
    public static String url(String url, int characters) {
        int scheme = url.indexOf("://");
        String bare = scheme < 0 ? url : url.substring(scheme + 3);
        if (bare.length() <= characters) {
            return bare;
        }
        int slash = bare.indexOf('/');
        int host = slash < 0 ? 0 : slash + 1;
        if (host + 4 > characters) {
            return middle(bare, characters);
        }
        int end = characters - host - 1;
        return bare.substring(0, host) + ELLIPSIS + bare.substring(bare.length() - end);
    }

    private static String middle(String text, int characters) {
        int front = (characters - 1) / 2;
        int back = characters - 1 - front;
        return text.substring(0, front) + ELLIPSIS + text.substring(text.length() - back);
    }
}
