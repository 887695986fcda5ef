package io.spotcheck.desktop.session;

import javafx.animation.AnimationTimer;

/** Beats once per frame while something grows. */
public interface Pulses {

    /** Begins to beat, until the result is closed. Both on the JavaFX thread. */
    Beat begin(Runnable onPulse);

    /** A beat that can be ended. */
    @FunctionalInterface
    interface Beat {

        /** Ends it. */
        void end();
    }

    /** The frames of JavaFX. */
    static Pulses javaFx() {
        return onPulse -> {
            var timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    onPulse.run();
                }
            };
            timer.start();
            return timer::stop;
        };
    }
}
