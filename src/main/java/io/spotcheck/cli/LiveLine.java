package io.spotcheck.cli;

import java.io.PrintWriter;

/** One line on stderr that says what is going on and leaves no trace. Used by one thread at a time. */
final class LiveLine implements AutoCloseable {

    private static final String CLEAR = "\r\u001B[K";

    private final PrintWriter err;
    private final boolean shown;
    private final int width;
    private boolean dirty;

    LiveLine(PrintWriter err, boolean shown, int width) {
        this.err = err;
        this.shown = shown;
        this.width = width;
    }

    boolean isShown() {
        return shown;
    }

    void show(String text) {
        if (shown) {
            err.print(CLEAR + Labels.shorten(text, width - 1));
            err.flush();
            dirty = true;
        }
    }

    @Override
    public void close() {
        if (dirty) {
            err.print(CLEAR);
            err.flush();
            dirty = false;
        }
    }
}
