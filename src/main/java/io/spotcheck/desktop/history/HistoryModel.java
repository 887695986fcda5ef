package io.spotcheck.desktop.history;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.desktop.session.History.Entry;
import io.spotcheck.desktop.session.History;
import io.spotcheck.desktop.session.LiveResolution;
import io.spotcheck.desktop.session.Verdict;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** The answers of a tab, and which of them is on show. */
public final class HistoryModel {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final History history;
    private final Consumer<Entry> recall;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<Optional<Entry>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private final Subscription listening;

    /**
     * A model of this history.
     *
     * @param live   what is on show
     * @param recall shows an answer again
     * @param zone   the time zone of the person who looks
     */
    public HistoryModel(History history, LiveResolution live, Consumer<Entry> recall, ZoneId zone) {
        this.history = history;
        this.recall = recall;
        this.zone = zone;
        listening = live.responseProperty().subscribe(answer -> current.set(answer.flatMap(this::entryOf)));
    }

    /** The answers, the newest first. Read only. */
    public ObservableList<Entry> entries() {
        return history.entries();
    }

    /** The one on show, when it is one of them. */
    public ReadOnlyObjectProperty<Optional<Entry>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Shows one again, in all panes. */
    public void show(Entry entry) {
        if (!current.get().equals(Optional.of(entry))) {
            recall.accept(entry);
        }
    }

    /** When it was asked for, as a clock shows it. */
    public String time(Entry entry) {
        return CLOCK.format(entry.at().atZone(zone));
    }

    /** Whether it served, and what; or why not. */
    public static Verdict verdict(Entry entry) {
        return Verdict.of(entry.answer());
    }

    /** The tag that was asked for, after macros; empty when nothing was sent. */
    public static String tag(Entry entry) {
        AdResponse answer = entry.answer();
        return answer.resolutionChain().stream().findFirst().orElse("");
    }

    /** Ends all listening. */
    public void dispose() {
        listening.unsubscribe();
    }

    private Optional<Entry> entryOf(AdResponse answer) {
        return history.entries().stream().filter(e -> e.answer() == answer).findFirst();
    }
}
