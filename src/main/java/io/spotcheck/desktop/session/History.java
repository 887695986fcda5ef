package io.spotcheck.desktop.session;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.orchestrator.Orchestrator;
import java.time.Instant;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The answers of a tab, the newest first and no more than {@value #MOST}. Used on the JavaFX thread. */
public final class History {

    /** How many answers are kept; the oldest goes when another one comes. */
    public static final int MOST = 50;

    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Entry> readOnly = FXCollections.unmodifiableObservableList(entries);
    private int resolved;

    /**
     * An answer that was given.
     *
     * @param number       the how many-th of the tab it was, from 1
     * @param at           when it was asked for
     * @param answer       the answer
     * @param orchestrator what gave it, so that its beacons can be tracked again
     * @param request      what it is an answer to, all variables filled
     */
    public record Entry(int number, Instant at, AdResponse answer, Optional<Orchestrator> orchestrator,
                        Optional<AdRequest> request) {
    }

    /** The answers, the newest first. Read only. */
    public ObservableList<Entry> entries() {
        return readOnly;
    }

    void add(Instant at, AdResponse answer, Optional<Orchestrator> orchestrator, Optional<AdRequest> request) {
        if (entries.size() == MOST) {
            entries.removeLast();
        }
        entries.addFirst(new Entry(++resolved, at, answer, orchestrator, request));
    }
}
