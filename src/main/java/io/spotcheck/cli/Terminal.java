package io.spotcheck.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command reads and writes.
 *
 * @param in          standard input
 * @param out         standard output, in UTF-8 whatever the system prefers
 * @param err         standard error, in UTF-8
 * @param interactive whether a person watches: lines may be overwritten
 * @param colours     whether colours are welcome
 * @param width       how many columns a line may have, 0 when it does not matter
 */
public record Terminal(InputStream in, PrintWriter out, PrintWriter err, boolean interactive, boolean colours,
                       int width) {

    private static final int USUAL_WIDTH = 120;

    /**
     * The terminal of this process. Colours as {@code NO_COLOR} and {@code TERM} ask, the width from
     * {@code COLUMNS}.
     */
    public static Terminal system() {
        Console console = System.console();
        boolean watched = console != null && console.isTerminal();
        Map<String, String> environment = System.getenv();
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"));
        return new Terminal(System.in, writer(new FileOutputStream(FileDescriptor.out)),
                writer(new FileOutputStream(FileDescriptor.err)), watched, watched && !plain,
                watched ? width(environment.getOrDefault("COLUMNS", "")) : 0);
    }

    /** Line breaks are the same everywhere, so that output can be compared between systems. */
    static PrintWriter writer(OutputStream stream) {
        return new LineWriter(stream);
    }

    /** Writes a document to standard output, byte by byte as it is. */
    void print(byte[] document) {
        if (out instanceof LineWriter lines) {
            lines.write(document);
        } else {
            out.print(new String(document, StandardCharsets.UTF_8));
        }
        out.flush();
    }

    private static final class LineWriter extends PrintWriter {

        private final OutputStream stream;

        private LineWriter(OutputStream stream) {
            super(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
            this.stream = stream;
        }

        @Override
        public void println() {
            write('\n');
            flush();
        }

        private void write(byte[] document) {
            flush();
            try {
                stream.write(document);
                stream.flush();
            } catch (IOException closed) {
                // As every writer does when its reader has gone away.
                setError();
            }
        }
    }

    private static int width(String columns) {
        try {
            return Math.max(60, Integer.parseInt(columns.strip()));
        } catch (NumberFormatException unknown) {
            return USUAL_WIDTH;
        }
    }
}
