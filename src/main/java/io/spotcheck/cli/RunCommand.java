package io.spotcheck.cli;

import io.spotcheck.sandbox.SandboxServer;
import io.spotcheck.suite.ProfileResult.Outcome;
import io.spotcheck.suite.ProfileResult;
import io.spotcheck.suite.SuiteEvent;
import io.spotcheck.suite.SuiteJson;
import io.spotcheck.suite.SuiteListener;
import io.spotcheck.suite.SuiteResult;
import io.spotcheck.suite.SuiteRun;
import io.spotcheck.suite.SuiteRunner;
import io.spotcheck.workspace.ProfileFile;
import io.spotcheck.workspace.Variables;
import io.spotcheck.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs profiles as a suite and says which of them answer as expected. */
@Command(name = "run", sortOptions = false)
final class RunCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "PATH", descriptionKey = "path", arity = "1..*")
    private List<Path> paths = List.of();

    @Option(names = "--parallel", paramLabel = "N", defaultValue = "" + SuiteRunner.DEFAULT_PARALLELISM)
    private int parallel = SuiteRunner.DEFAULT_PARALLELISM;

    @Mixin
    private VariableOptions variables = new VariableOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (parallel < 1) {
            throw new CommandFailure(Messages.text("option.parallel", parallel));
        }
        List<ProfileFile> profiles = profiles();
        Variables given = variables.values(paths.getFirst());
        Optional<SandboxServer> sandbox = Sandboxes.startFor(profiles, given);
        SuiteResult result;
        try {
            var runner = new SuiteRunner(parallel, Sandboxes.with(given, sandbox));
            result = run(runner, profiles);
        } finally {
            sandbox.ifPresent(SandboxServer::close);
        }
        if (output.ndjson()) {
            terminal.out().println(SuiteJson.lastLine(result));
        } else if (output.json()) {
            terminal.out().println(SuiteJson.write(result, Path.of("")));
        } else {
            summary(result).forEach(terminal.out()::println);
        }
        result.profiles().stream().flatMap(one -> one.error().stream()).forEach(terminal.err()::println);
        return status(result);
    }

    private List<ProfileFile> profiles() {
        var found = new ArrayList<ProfileFile>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                found.addAll(Workspace.containing(path).profiles(path));
            } else if (Files.exists(path)) {
                found.add(ProfileFile.read(path));
            } else {
                throw new CommandFailure(Messages.text("run.missing", path));
            }
        }
        if (found.isEmpty()) {
            throw new CommandFailure(Messages.text("run.none", paths.getFirst()));
        }
        var seen = new HashSet<Path>();
        return found.stream().filter(file -> seen.add(file.file())).toList();
    }

    private SuiteResult run(SuiteRunner runner, List<ProfileFile> profiles) {
        try (LiveLine line = output.liveLine(terminal)) {
            SuiteRun run = runner.start(profiles, listener(new SuiteProgress(terminal.err(), line, output)));
            CompletableFuture<SuiteResult> result = run.result();
            boolean interrupted = false;
            while (true) {
                try {
                    SuiteResult done = result.get();
                    if (interrupted) {
                        Thread.currentThread().interrupt();
                    }
                    return done;
                } catch (InterruptedException calledOff) {
                    interrupted = true;
                    run.cancel();
                } catch (ExecutionException fault) {
                    throw new CompletionException(fault.getCause());
                }
            }
        }
    }

    private SuiteListener listener(SuiteListener progress) {
        return !output.ndjson() ? progress : event -> {
            progress.onEvent(event);
            if (event instanceof SuiteEvent.ProfileFinished finished) {
                terminal.out().println(SuiteJson.line(finished.result(), Path.of("")));
            }
        };
    }

    private List<String> summary(SuiteResult result) {
        var text = new SuiteText(output.ink(terminal));
        var lines = new ArrayList<String>();
        if (!output.quiet()) {
            // Where nobody watches, each profile has had its line on stderr already.
            boolean all = terminal.interactive() || output.verbose();
            List<ProfileResult> told = result.profiles().stream()
                    .filter(profile -> all || profile.outcome() != Outcome.PASSED).toList();
            lines.addAll(text.lines(told));
            if (!told.isEmpty()) {
                lines.add("");
            }
        }
        lines.add(text.verdict(result));
        return lines;
    }

    private static int status(SuiteResult result) {
        if (result.count(Outcome.BROKEN) > 0) {
            return ExitStatus.UNUSABLE;
        }
        return result.allPassed() ? ExitStatus.OK : ExitStatus.FAILED;
    }
}
