package io.spotcheck;

import io.spotcheck.cli.SpotcheckCommand;
import io.spotcheck.cli.Terminal;
import io.spotcheck.workspace.Installation;
import io.spotcheck.workspace.ProfileFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Decides between the window and the command line. Nothing, or the path of a profile, a workspace or a document, opens
 * the window; where there is none to open, the profiles run, or the document is resolved, in the terminal instead.
 * Everything else is a command.
 */
final class Launch {

    private final Terminal terminal;
    private final Map<String, String> environment;
    private final String system;
    private final Desktop desktop;

    /**
     * A decision for this machine.
     *
     * @param environment the variables of the process
     * @param system      the name of the operating system
     */
    Launch(Terminal terminal, Map<String, String> environment, String system, Desktop desktop) {
        this.terminal = terminal;
        this.environment = environment;
        this.system = system.toLowerCase(Locale.ROOT);
        this.desktop = desktop;
    }

    /** Runs what the user typed; the exit status is the command line's. */
    int run(String... args) {
        Optional<Path> start = args.length == 1 ? existing(args[0]) : Optional.empty();
        if (args.length > 0 && start.isEmpty()) {
            return SpotcheckCommand.execute(terminal, args);
        }
        if (!hasDisplay()) {
            return inTerminal(start, "There is no display");
        }
        try {
            desktop.open(start);
            return 0;
        } catch (RuntimeException | LinkageError notShown) {
            return inTerminal(start, "The window cannot be opened (" + reason(notShown) + ")");
        }
    }

    /** A command's name is a command, even where a file is called the same. */
    private Optional<Path> existing(String argument) {
        if (argument.startsWith("-") || SpotcheckCommand.commands(terminal).contains(argument)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(argument)).filter(Files::exists);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private boolean hasDisplay() {
        boolean always = system.contains("mac") || system.contains("windows");
        return always || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }

    private int inTerminal(Optional<Path> start, String why) {
        if (start.isPresent()) {
            boolean profiles = Files.isDirectory(start.get()) || ProfileFile.isNamedAsOne(start.get());
            terminal.err().println(why + "; " + (profiles ? "running " : "resolving ") + start.get()
                    + " in the terminal instead.");
            return SpotcheckCommand.execute(terminal, profiles ? "run" : "resolve", start.get().toString());
        }
        Optional<Path> samples = Installation.find().map(Installation::profiles);
        if (samples.isEmpty()) {
            terminal.err().println(why + ", and the sample profiles are not there; see spotcheck --help.");
            return 2;
        }
        terminal.err().println(why + "; running the sample profiles in the terminal instead.");
        return SpotcheckCommand.execute(terminal, "run", samples.get().toString());
    }

    private static String reason(Throwable notShown) {
        Throwable root = notShown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String told = Optional.ofNullable(root.getMessage()).orElse(root.getClass().getSimpleName());
        return told.lines().findFirst().orElse("").strip();
    }
}
