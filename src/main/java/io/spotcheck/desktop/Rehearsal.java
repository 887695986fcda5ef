package io.spotcheck.desktop;

import io.spotcheck.desktop.shell.TabModel;
import io.spotcheck.desktop.shell.WindowModel;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * What the build does with the window once, so that the JVM can note the classes of every start: a profile is opened
 * and resolved, then the window closes by itself.
 */
final class Rehearsal {

    /** The system property that asks for it. */
    static final String PROPERTY = "spotcheck.rehearsal";
    /** The panes fill in some pulses after the answer. */
    private static final Duration LAST_PULSES = Duration.seconds(1);
    /** Then it ends anyway; a build does not hang on it. */
    private static final Duration PATIENCE = Duration.seconds(30);

    private final WindowModel window;
    private Subscription waiting = Subscription.EMPTY;

    private Rehearsal(WindowModel window) {
        this.window = window;
    }

    static void play(WindowModel window) {
        var rehearsal = new Rehearsal(window);
        rehearsal.closeAfter(PATIENCE);
        rehearsal.waiting = window.profiles().profiles().subscribe(rehearsal::resolveFirst);
        rehearsal.resolveFirst();
    }

    private void resolveFirst() {
        if (window.profiles().profiles().isEmpty()) {
            return;
        }
        waiting.unsubscribe();
        window.open(window.profiles().profiles().stream()
                .filter(file -> file.profile().filter(profile -> !profile.needsSandbox()).isPresent())
                .findFirst().orElse(window.profiles().profiles().getFirst()));
        TabModel tab = window.current();
        tab.resolve();
        waiting = tab.verdictProperty().subscribe((_, _) -> closeAfter(LAST_PULSES));
    }

    private void closeAfter(Duration time) {
        var pause = new PauseTransition(time);
        pause.setOnFinished(_ -> Platform.exit());
        pause.play();
    }
}
