package io.spotcheck.desktop.session;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The thread on which properties change and nodes live: the JavaFX thread in the product, a plain one in tests. */
public interface UiThread extends Executor {

    /** Whether the caller is on it. */
    boolean isCurrent();

    /** Makes sure that the caller is on it. */
    default void check() {
        if (!isCurrent()) {
            throw new IllegalStateException("not on the user interface's thread: " + Thread.currentThread().getName());
        }
    }

    /** Makes sure that the caller may block. */
    default void checkNot() {
        if (isCurrent()) {
            throw new IllegalStateException("this blocks, and must not be done on the user interface's thread");
        }
    }

    /** The JavaFX thread. */
    static UiThread javaFx() {
        return new UiThread() {
            @Override
            public boolean isCurrent() {
                return Platform.isFxApplicationThread();
            }

            @Override
            public void execute(Runnable work) {
                Platform.runLater(work);
            }
        };
    }
}
