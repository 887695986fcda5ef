package io.spotcheck.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C: the command is called off and still says what it knows, before the process ends with the status that the
 * signal has. A command that does not heed it is left behind.
 */
final class Interruption implements AutoCloseable {

    /** How a shell tells that Ctrl+C ended a process. */
    private static final int INTERRUPTED = 130;
    private static final long PATIENCE_SECONDS = 3;

    private final Thread command;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::callOff, "call-off");

    private Interruption(Thread command) {
        this.command = command;
    }

    /** Calls this thread off when the process is told to end. */
    static Interruption of(Thread command) {
        var interruption = new Interruption(command);
        try {
            Runtime.getRuntime().addShutdownHook(interruption.hook);
        } catch (IllegalStateException ending) {
            command.interrupt();
        }
        return interruption;
    }

    private void callOff() {
        command.interrupt();
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(INTERRUPTED);
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // It is what ends the process just now.
        }
    }
}
