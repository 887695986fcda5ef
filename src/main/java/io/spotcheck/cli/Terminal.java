package io.spotcheck.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
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

    /** The terminal of this process. Colours as {@code NO_COLOR} and {@code TERM} ask, the width from {@code COLUMNS}. */
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
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true) {
            @Override
            public void println() {
                write('\n');
                flush();
            }
        };
    }

    private static int width(String columns) {
        try {
            return Math.max(60, Integer.parseInt(columns.strip()));
        } catch (NumberFormatException unknown) {
            return USUAL_WIDTH;
        }
    }
}
