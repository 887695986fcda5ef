package io.spotcheck.sandbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** The body of one request on a connection that goes on behind it: of known length, or in chunks (RFC 9112 §7.1). */
final class RequestBody extends InputStream {
    private static final int HEX = 16;

    private final InputStream in;
    private final boolean chunked;
    /** How much is left: of the body, or of its present chunk. */
    private long left;
    private boolean begun;
    private boolean ended;

    RequestBody(InputStream in, OptionalLong length) {
        this.in = in;
        chunked = length.isEmpty();
        left = length.orElse(0);
        ended = !chunked && left == 0;
    }

    /** Tells whether all of it was read. */
    boolean isRead() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (chunked && left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int read = in.read(target, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException();
        }
        left -= read;
        ended = !chunked && left == 0;
        return read;
    }

    private void nextChunk() throws IOException {
        if (begun) {
            line();
        }
        begun = true;
        String size = line().split(";", 2)[0].strip();
        try {
            left = Long.parseLong(size, HEX);
        } catch (NumberFormatException notANumber) {
            throw new MalformedRequestException("“" + size + "” is not the size of a chunk.");
        }
        if (left < 0) {
            throw new MalformedRequestException("A chunk has a size below zero.");
        }
        if (left == 0) {
            // Trailers are nobody's concern.
            while (!line().isEmpty()) {
                continue;
            }
            ended = true;
        }
    }

    private String line() throws IOException {
        return RequestHead.line(in, StandardCharsets.ISO_8859_1).orElseThrow(EOFException::new);
    }
}
