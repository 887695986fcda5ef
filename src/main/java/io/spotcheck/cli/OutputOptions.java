package io.spotcheck.cli;

import picocli.CommandLine.Option;

/** The options about what is printed. */
final class OutputOptions {

    /** For whom the output is. */
    enum Format {
        /** For a person. */
        text,
        /** For a program. */
        json,
        /** For a program, each thing in a line as soon as it is there. */
        ndjson
    }

    @Option(names = "--format", paramLabel = "text|json|ndjson", defaultValue = "text")
    private Format format = Format.text;

    @Option(names = "--no-color")
    private boolean noColor;

    @Option(names = {"-q", "--quiet"})
    private boolean quiet;

    @Option(names = {"-v", "--verbose"})
    private boolean verbose;

    @Option(names = {"-h", "--help"}, usageHelp = true)
    private boolean help;

    boolean json() {
        return format == Format.json;
    }

    boolean ndjson() {
        return format == Format.ndjson;
    }

    /**
     * For commands whose answer is one document.
     *
     * @throws CommandFailure if a stream is asked for
     */
    void refuseStream() {
        if (ndjson()) {
            throw new CommandFailure(Messages.text("format.stream"));
        }
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    Ink ink(Terminal terminal) {
        return new Ink(terminal.colours() && !noColor);
    }

    /** A line on stderr that is overwritten, where a person watches and wants to. */
    LiveLine liveLine(Terminal terminal) {
        return new LiveLine(terminal.err(), terminal.interactive() && !quiet, terminal.width());
    }
}
