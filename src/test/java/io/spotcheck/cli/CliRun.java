package io.spotcheck.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command line came to.
 *
 * @param status the exit status
 * @param out    what stood on stdout
 * @param err    what stood on stderr
 */
record CliRun(int status, String out, String err) {

    static CliRun of(String... args) {
        return withInput("", args);
    }

    static CliRun withInput(String input, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        PrintWriter outWriter = Terminal.writer(out);
        PrintWriter errWriter = Terminal.writer(err);
        var terminal = new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), outWriter,
                errWriter, false, false, 0);
        int status = SpotcheckCommand.execute(terminal, args);
        return new CliRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Stdout as the one JSON document that it must be. */
    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}
