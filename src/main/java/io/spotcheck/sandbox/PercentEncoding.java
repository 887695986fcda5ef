package io.spotcheck.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Undoes the percent-encoding of URLs as ad servers do: what is no escape stands for itself. */
final class PercentEncoding {
    private static final int HEX = 16;

    private PercentEncoding() {
    }

    /** Returns the text with every escape undone, read as UTF-8. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            int escape = text.indexOf('%', at);
            int end = escape < 0 ? text.length() : escape;
            bytes.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
            at = end;
            if (escape >= 0) {
                boolean real = escape + 2 < text.length() && HexFormat.isHexDigit(text.charAt(escape + 1))
                        && HexFormat.isHexDigit(text.charAt(escape + 2));
                bytes.write(real ? Integer.parseInt(text, escape + 1, escape + 3, HEX) : '%');
                at += real ? 3 : 1;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
