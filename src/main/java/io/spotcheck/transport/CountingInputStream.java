package io.spotcheck.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Counts the bytes that pass, and remembers when they could not. */
final class CountingInputStream extends FilterInputStream {

    private long count;
    private Optional<IOException> broken = Optional.empty();

    CountingInputStream(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    /** What broke the stream itself, rather than what reads from it. */
    Optional<IOException> broken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        try {
            int read = super.read();
            if (read >= 0) {
                count++;
            }
            return read;
        } catch (IOException failure) {
            broken = Optional.of(failure);
            throw failure;
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int read = super.read(target, offset, length);
            if (read > 0) {
                count += read;
            }
            return read;
        } catch (IOException failure) {
            broken = Optional.of(failure);
            throw failure;
        }
    }
}
