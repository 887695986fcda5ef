package io.spotcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.cli.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {

    private static final Map<String, String> SCREEN = Map.of("DISPLAY", ":0");

    private final List<Optional<Path>> opened = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void opensTheWindowWithoutArgumentsAndOnAPath() {
        assertThat(launch(SCREEN, "Linux", opened::add).run()).isZero();
        assertThat(launch(Map.of(), "Mac OS X", opened::add).run("profiles")).isZero();
        assertThat(launch(Map.of("WAYLAND_DISPLAY", "w"), "Linux", opened::add).run("profiles/vast/inline.yaml")).isZero();
        assertThat(opened).containsExactly(Optional.empty(), Optional.of(Path.of("profiles")),
                Optional.of(Path.of("profiles/vast/inline.yaml")));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void runsTheGivenProfileInTheTerminalWhereThereIsNoDisplay() {
        int status = launch(Map.of(), "Linux", opened::add).run("profiles/vast/memory-inline.yaml");
        assertThat(status).isZero();
        assertThat(opened).isEmpty();
        assertThat(err.toString()).startsWith("There is no display; running profiles/vast/memory-inline.yaml");
        assertThat(out.toString()).contains("1 passed");
    }

    @Test
    void resolvesTheGivenDocumentInTheTerminalWhereThereIsNoDisplay(@TempDir Path folder) throws IOException {
        Path document = Files.writeString(folder.resolve("none.xml"), "<VAST version=\"4.2\"/>");
        assertThat(launch(SCREEN, "Linux", opened::add).run(document.toString())).isZero();
        assertThat(opened).containsExactly(Optional.of(document));
        assertThat(launch(Map.of(), "Linux", opened::add).run(document.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("There is no display; resolving " + document + " in the terminal");
        assertThat(out.toString()).contains("NO_AD");
    }

    @Test
    void runsInTheTerminalWhereTheWindowCannotBeOpened() {
        int status = launch(SCREEN, "Linux", start -> {
            throw new UnsupportedOperationException("Unable to open DISPLAY");
        }).run("profiles/vast/memory-inline.yaml");
        assertThat(status).isZero();
        assertThat(err.toString()).startsWith("The window cannot be opened (Unable to open DISPLAY); running");
    }

    @Test
    void leavesEverythingElseToTheCommandLine() {
        assertThat(launch(SCREEN, "Linux", opened::add).run("--version")).isZero();
        assertThat(launch(SCREEN, "Linux", opened::add).run("no-such-path")).isEqualTo(2);
        assertThat(opened).isEmpty();
        assertThat(out.toString()).startsWith("spotcheck ");
    }

    private Launch launch(Map<String, String> environment, String system, Desktop desktop) {
        var terminal = new Terminal(InputStream.nullInputStream(), new PrintWriter(out, true),
                new PrintWriter(err, true), false, false, 0);
        return new Launch(terminal, environment, system, desktop);
    }
}
