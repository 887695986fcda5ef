package io.spotcheck.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a document that was piped in: as its byte order mark or its XML declaration says, else as UTF-8. */
final class MarkupText {

    private static final Pattern DECLARED =
            Pattern.compile("\\A(\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"'])([A-Za-z0-9._-]+)([\"'])");
    private static final int DECLARATION_LENGTH = 200;

    private MarkupText() {
    }

    /** The text; a declared encoding becomes UTF-8, as which the text is passed on. */
    static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return renamed(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return renamed(new String(bytes, StandardCharsets.UTF_16));
        }
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION_LENGTH), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(start);
        return renamed(new String(bytes, declared.find() ? charset(declared.group(2)) : StandardCharsets.UTF_8));
    }

    private static String renamed(String text) {
        return DECLARED.matcher(text).replaceFirst("$1UTF-8$3");
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
