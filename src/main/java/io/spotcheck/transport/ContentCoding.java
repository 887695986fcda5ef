package io.spotcheck.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/** Undoes the content codings of HTTP (RFC 9110 §8.4.1). Zstandard is not known: it would bring native code along. */
final class ContentCoding {

    /** What is asked for, as {@code Accept-Encoding} writes it. */
    static final String ACCEPTED = "gzip, deflate, br";

    private ContentCoding() {
    }

    /** The answer comes in a coding that nobody here knows. */
    static final class UnknownCodingException extends IOException {

        private static final long serialVersionUID = 1;

        UnknownCodingException(String coding) {
            super("The answer comes in the content coding “" + coding + "”, which is not known; " + ACCEPTED
                    + " are.");
        }
    }

    /**
     * The decoded body.
     *
     * @param coding the value of {@code Content-Encoding}, if there was one
     * @throws UnknownCodingException if the coding is not known
     * @throws IOException            if the body does not start as its coding does
     */
    static InputStream decode(InputStream body, @Nullable String coding) throws IOException {
        if (coding == null || coding.isBlank()) {
            return body;
        }
        InputStream decoded = body;
        String[] applied = coding.toLowerCase(Locale.ROOT).split(",");
        for (int i = applied.length - 1; i >= 0; i--) {
            decoded = decodeOne(decoded, applied[i].strip());
        }
        return decoded;
    }

    private static InputStream decodeOne(InputStream body, String coding) throws IOException {
        var pushback = new PushbackInputStream(body, 2);
        int first = pushback.read();
        if (first < 0) {
            return pushback;
        }
        pushback.unread(first);
        return switch (coding) {
            case "identity", "" -> pushback;
            case "gzip", "x-gzip" -> new GZIPInputStream(pushback);
            // Some servers send the bare stream without the zlib header that the name asks for.
            case "deflate" -> new Inflating(pushback, new Inflater((first & 0x0F) != 8));
            case "br" -> new BrotliInputStream(pushback);
            default -> throw new UnknownCodingException(coding);
        };
    }

    /** Gives the inflater's memory back when it is closed. */
    private static final class Inflating extends InflaterInputStream {

        Inflating(InputStream in, Inflater inflater) {
            super(in, inflater);
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                inf.end();
            }
        }
    }
}
