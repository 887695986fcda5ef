package io.spotcheck.cli;

import io.spotcheck.orchestrator.ConfigurationException;
import io.spotcheck.orchestrator.Quantities;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

/** The command {@code spotcheck}: finds the command that is meant, runs it, and turns its end into an exit status. */
@Command(name = "spotcheck", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        synopsisSubcommandLabel = "COMMAND")
public final class SpotcheckCommand implements Runnable {

    /** What every terminal has. */
    private static final int HELP_WIDTH = 80;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private SpotcheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs a command line to its end. Never throws for what the user typed or the network did.
     *
     * @param terminal where it reads and writes
     * @param args     what the user typed after the program's name
     * @return the exit status: 0 all well; 1 an error was found, an assertion failed, or there is no ad; 2 the command
     *         could not do its work
     */
    public static int execute(Terminal terminal, String... args) {
        try (var _ = Interruption.of(Thread.currentThread())) {
            int status = run(terminal, args);
            terminal.out().flush();
            terminal.err().flush();
            return status;
        }
    }

    private static int run(Terminal terminal, String... args) {
        try {
            return commandLine(terminal).execute(args);
        } catch (OutOfMemoryError | StackOverflowError tooMuch) {
            terminal.err().println(Messages.text("internal.memory"));
            return ExitStatus.UNUSABLE;
        } catch (LinkageError | ServiceConfigurationError wrong) {
            terminal.err().println(Messages.text("internal.jar", String.valueOf(wrong.getMessage())));
            return ExitStatus.UNUSABLE;
        }
    }

    /** The names of all commands. */
    public static Set<String> commands(Terminal terminal) {
        return commandLine(terminal).getSubcommands().keySet();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), Messages.text("command.missing"));
    }

    private static CommandLine commandLine(Terminal terminal) {
        var line = new CommandLine(new SpotcheckCommand(terminal))
                .addSubcommand(new ResolveCommand(terminal))
                .addSubcommand(new ValidateCommand(terminal))
                .addSubcommand(new RunCommand(terminal))
                .addSubcommand(new SandboxCommand(terminal))
                .addSubcommand(new GenerateCompletion());
        line.getSubcommands().get("generate-completion").getCommandSpec().usageMessage().hidden(true);
        return line.setResourceBundle(Messages.BUNDLE)
                .registerConverter(Duration.class, SpotcheckCommand::duration)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler((wrong, args) -> refuse(terminal, wrong))
                .setExecutionExceptionHandler((fault, command, parsed) -> fail(terminal, fault));
    }

    private static Duration duration(String text) {
        try {
            return Quantities.parseDuration(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(wrong.getMessage());
        }
    }

    private static int refuse(Terminal terminal, ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        String what = wrong instanceof UnmatchedArgumentException left ? unmatched(left)
                : wrong.getMessage().lines().findFirst().orElse("");
        terminal.err().println(Messages.text("usage", what.endsWith(".") ? what : what + ".", command));
        return ExitStatus.UNUSABLE;
    }

    private static String unmatched(UnmatchedArgumentException left) {
        String first = left.getUnmatched().getFirst();
        if (first.startsWith("-")) {
            return left.getMessage().lines().findFirst().orElse("");
        }
        CommandLine line = left.getCommandLine();
        return line.getSubcommands().isEmpty() ? Messages.text("argument.left", first)
                : Messages.text("command.unknown", first, line.getSubcommands().entrySet().stream()
                        .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
                        .map(Map.Entry::getKey).collect(Collectors.joining(", ")));
    }

    private static int fail(Terminal terminal, Exception fault) {
        switch (fault) {
            case CommandFailure known -> terminal.err().println(known.getMessage());
            case ConfigurationException wrong -> terminal.err().println(wrong.getMessage());
            case UncheckedIOException broken -> terminal.err().println(broken.getCause().getMessage());
            default -> {
                // A fault of ours: the trace is what a report about it needs.
                terminal.err().println(Messages.text("internal", String.valueOf(fault)));
                fault.printStackTrace(terminal.err());
            }
        }
        return ExitStatus.UNUSABLE;
    }
}
