package io.spotcheck;

import io.spotcheck.cli.SpotcheckCommand;
import io.spotcheck.cli.Terminal;
import io.spotcheck.desktop.SpotcheckApp;
import java.nio.file.Path;
import java.util.Optional;

/** The program's one entry point. */
public final class Main {

    private Main() {
    }

    /**
     * Opens the window, or runs the command that the user typed and ends with its exit status.
     *
     * @param args what the user typed after the program's name
     */
    public static void main(String[] args) {
        if (Boolean.getBoolean("spotcheck.rehearsal")) {
            rehearse(Terminal.system(), args);
        }
        var launch = new Launch(Terminal.system(), System.getenv(), System.getProperty("os.name", ""),
                Main::openDesktop);
        System.exit(launch.run(args));
    }

    /** What the build does once before the window, so that the JVM can note the classes of every command. */
    private static void rehearse(Terminal terminal, String... profiles) {
        for (String profile : profiles) {
            SpotcheckCommand.execute(terminal, "run", profile);
            SpotcheckCommand.execute(terminal, "validate", "--format", "json", profile);
        }
        SpotcheckCommand.execute(terminal, "resolve", "-", "--format", "json");
    }

    private static void openDesktop(Optional<Path> start) {
        SpotcheckApp.launch(start);
    }
}
