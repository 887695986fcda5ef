package io.spotcheck;

import io.spotcheck.cli.Terminal;
import io.spotcheck.desktop.SpotcheckApp;
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
        var launch = new Launch(Terminal.system(), System.getenv(), System.getProperty("os.name", ""),
                Main::openDesktop);
        System.exit(launch.run(args));
    }

    private static void openDesktop(Optional<Path> start) {
        SpotcheckApp.launch(start);
    }
}
