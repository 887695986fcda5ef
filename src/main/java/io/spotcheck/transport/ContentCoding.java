package io.spotcheck.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.ProtocolException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Undoes the content codings of HTTP (RFC 9110 §8.4.1). */
final class ContentCoding {

    private ContentCoding() {
    }

    /**
     * The decoded body.
     *
     * @param coding the value of {@code Content-Encoding}, if there was one
     * @throws IOException if the body does not start as its coding does, or the coding is not known
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
            default -> throw new ProtocolException("the content coding “" + coding + "” is not supported");
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
