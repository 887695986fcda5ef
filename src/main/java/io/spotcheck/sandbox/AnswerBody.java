package io.spotcheck.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** The body of an answer on its way: of known length, in chunks, or up to the end of the connection. */
final class AnswerBody extends OutputStream {
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] END = {'0', '\r', '\n', '\r', '\n'};

    private final OutputStream out;
    private final OptionalLong length;
    private final boolean chunked;
    private final Runnable onComplete;
    private long written;
    private boolean closed;

    /**
     * A body.
     *
     * @param length     how many bytes there must be; empty when nobody knows
     * @param chunked    whether it goes out in chunks
     * @param onComplete called when all of it went out
     */
    AnswerBody(OutputStream out, OptionalLong length, boolean chunked, Runnable onComplete) {
        this.out = out;
        this.length = length;
        this.chunked = chunked;
        this.onComplete = onComplete;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (count == 0) {
            return;
        }
        written += count;
        if (length.isPresent() && written > length.getAsLong()) {
            throw new IOException("more than the " + length.getAsLong() + " bytes that were announced");
        }
        if (chunked) {
            out.write(Integer.toHexString(count).getBytes(StandardCharsets.US_ASCII));
            out.write(LINE_END);
        }
        out.write(bytes, offset, count);
        if (chunked) {
            out.write(LINE_END);
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (chunked) {
            out.write(END);
        }
        out.flush();
        if (length.isEmpty() || written == length.getAsLong()) {
            onComplete.run();
        }
    }
}
