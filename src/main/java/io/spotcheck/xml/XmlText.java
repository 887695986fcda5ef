package io.spotcheck.xml;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into the text of an XML document: by byte order mark, else by what the document declares, else by what
 * the transport says, else UTF-8 (XML 1.0 appendix F).
 */
public final class XmlText {

    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final int DECLARATION_LENGTH = 256;

    private XmlText() {
    }

    /**
     * The text of these bytes, without a byte order mark.
     *
     * @param transported the charset that came with the bytes, such as that of {@code Content-Type}
     */
    public static String decode(byte[] bytes, Optional<String> transported) {
        int mark = markLength(bytes);
        return new String(bytes, mark, bytes.length - mark, charset(bytes, transported));
    }

    /** How many bytes the byte order mark has; 0 when there is none. */
    public static int markLength(byte[] bytes) {
        Charset byMark = byMark(bytes);
        return byMark == null ? 0 : byMark.equals(StandardCharsets.UTF_8) ? 3 : 2;
    }

    /**
     * The charset of these bytes.
     *
     * @param transported the charset that came with the bytes
     */
    public static Charset charset(byte[] bytes, Optional<String> transported) {
        Charset seen = byMark(bytes);
        if (seen == null) {
            seen = byWidth(bytes);
        }
        if (seen != null) {
            return seen;
        }
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION_LENGTH), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(start);
        return (declared.find() ? byteWise(declared.group(1)) : Optional.<Charset>empty())
                .or(() -> transported.flatMap(XmlText::byteWise))
                .orElse(StandardCharsets.UTF_8);
    }

    /** The encoding that a document declares in its first line, as it is written there. */
    public static Optional<String> declaredEncoding(String text) {
        Matcher declared = DECLARED.matcher(text.substring(0, Math.min(text.length(), DECLARATION_LENGTH)));
        return declared.find() ? Optional.of(declared.group(1)) : Optional.empty();
    }

    /** The charset of a name; empty when there is none. */
    public static Optional<Charset> charsetNamed(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /**
     * What is wrong with the encoding that a document declares, in one plain sentence; empty when it is stored so.
     *
     * @param declared as it is written in the document
     * @param stored   what its bytes are read as
     */
    public static Optional<String> contradiction(String declared, Charset stored) {
        Optional<Charset> meant = charsetNamed(declared);
        if (meant.isEmpty()) {
            return Optional.of("The document declares the encoding " + declared + ", which no parser knows; it is read "
                    + "as " + stored.name() + ".");
        }
        String name = meant.get().name();
        // UTF-16 leaves the order of the bytes to the mark.
        boolean same = meant.get().equals(stored) || name.equals("UTF-16") && stored.name().startsWith("UTF-16");
        return same ? Optional.empty() : Optional.of("The document declares the encoding " + declared
                + " and is stored as " + stored.name() + ".");
    }

    private static @Nullable Charset byMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return startsWith(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
    }

    private static @Nullable Charset byWidth(byte[] bytes) {
        // The brace is where JSON begins, which validation reads by this, too.
        if (startsWith(bytes, 0, '<') || startsWith(bytes, 0, '{')) {
            return StandardCharsets.UTF_16BE;
        }
        return startsWith(bytes, '<', 0) || startsWith(bytes, '{', 0) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> byteWise(String name) {
        // Whoever says two or four bytes per character of a text that is read one by one, is wrong.
        return charsetNamed(name).filter(c -> !c.name().startsWith("UTF-16") && !c.name().startsWith("UTF-32"));
    }
}
