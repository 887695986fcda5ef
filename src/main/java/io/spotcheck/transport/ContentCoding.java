package io.spotcheck.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Undoes the content codings of HTTP (RFC 9110 §8.4.1). Zstandard is not read: it would bring native code along. */
final class ContentCoding {

    /** What is asked for, as {@code Accept-Encoding} writes it. */
    static final String ACCEPTED = "gzip, deflate, br";

    private ContentCoding() {
    }

    /** Servers apply one, now and then two; each costs memory, and a long list is there to use it up. */
    private static final int MOST_CODINGS = 5;

    /** The answer comes in a coding that nobody here knows. */
    static final class UnknownCodingException extends IOException {

        private static final long serialVersionUID = 1;

        UnknownCodingException(String coding) {
            super("The answer comes in the content coding “" + coding + "”, which Spotcheck does not read; it reads "
                    + ACCEPTED + ".");
        }
    }

    /**
     * The decoded body.
     *
     * @param fields the values of all {@code Content-Encoding} fields, in order (RFC 9110 §5.3)
     * @throws UnknownCodingException if a coding is not known
     * @throws IOException            if the body does not start as its coding does, or has more than five of them
     */
    static InputStream decode(InputStream body, List<String> fields) throws IOException {
        List<String> applied = Arrays.stream(String.join(",", fields).toLowerCase(Locale.ROOT).split(","))
                .map(String::strip).filter(coding -> !coding.isEmpty() && !coding.equals("identity")).toList();
        if (applied.size() > MOST_CODINGS) {
            throw new IOException("it has " + applied.size() + " layers, and more than " + MOST_CODINGS
                    + " are not undone");
        }
        InputStream decoded = body;
        for (String coding : applied.reversed()) {
            decoded = decodeOne(decoded, coding);
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
