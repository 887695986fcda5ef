package io.spotcheck.desktop.preview;

import io.spotcheck.desktop.preview.MediaFault.Kind;
import java.util.function.Consumer;

/**
 * Keeps the time that a media file has to load, and then the time that it has to show its first frame once it is asked
 * to play. A viewer who pauses stops the clock.
 */
final class Patience {

    /** A clock that rings once. */
    interface Clock {

        /** Begins anew; rings when the time is over. */
        void start(Runnable ring);

        /** Rings no more. */
        void stop();
    }

    private final Clock clock;
    private final Consumer<Kind> runOut;
    private boolean ready;
    private boolean over;

    /** A patience that begins now, and tells what the matter is when it runs out. */
    Patience(Clock clock, Consumer<Kind> runOut) {
        this.clock = clock;
        this.runOut = runOut;
        clock.start(() -> end(Kind.TIMEOUT));
    }

    /** The file is loaded. */
    void ready(boolean plays) {
        ready = true;
        wait(plays);
    }

    /** The viewer wants it to play, or to pause. */
    void wait(boolean plays) {
        if (over || !ready) {
            return;
        }
        if (plays) {
            clock.start(() -> end(Kind.NOT_SHOWN));
        } else {
            clock.stop();
        }
    }

    /** There is nothing to wait for any more. */
    void stop() {
        over = true;
        clock.stop();
    }

    private void end(Kind kind) {
        if (!over) {
            over = true;
            runOut.accept(kind);
        }
    }
}
