package io.spotcheck.cli;

import io.spotcheck.sandbox.SandboxServer;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the sample tags on loopback until it is stopped. */
@Command(name = "sandbox", sortOptions = false)
final class SandboxCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--port", paramLabel = "N", defaultValue = "0")
    private int port;

    @Option(names = {"-q", "--quiet"}, descriptionKey = "address-only")
    private boolean quiet;

    @Option(names = {"-h", "--help"}, usageHelp = true)
    private boolean help;

    SandboxCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SandboxServer server = Sandboxes.start(port);
        // A signal is the way to stop it, and so a good end.
        var stop = new Thread(() -> {
            server.close();
            Runtime.getRuntime().halt(ExitStatus.OK);
        }, "sandbox-stop");
        try {
            Runtime.getRuntime().addShutdownHook(stop);
        } catch (IllegalStateException already) {
            // The signal came before there was anything to stop.
            server.close();
            return ExitStatus.OK;
        }
        terminal.out().println(server.baseUrl());
        if (!quiet) {
            terminal.err().println(Messages.text("sandbox.running", server.baseUrl()));
        }
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            server.close();
            forget(stop);
        }
        return ExitStatus.OK;
    }

    private static void forget(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException already) {
            // A signal came: the hook ends the process.
        }
    }
}
