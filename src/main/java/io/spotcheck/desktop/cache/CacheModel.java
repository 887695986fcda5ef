package io.spotcheck.desktop.cache;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.cache.CacheEntry;
import io.spotcheck.cache.InspectableCache;
import io.spotcheck.desktop.session.UiThread;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What a cache holds, looked up again and again while somebody watches. A cache may be slow, so it is asked
 * elsewhere.
 */
public final class CacheModel {

    private final Supplier<Optional<InspectableCache>> cache;
    private final Consumer<AdResponse> open;
    private final UiThread ui;
    private final Executor elsewhere;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Contents> contents =
            new ReadOnlyObjectWrapper<>(this, "contents", new Contents.Off());
    private boolean asking;
    private boolean disposed;

    /** What there is to see. */
    public sealed interface Contents {

        /** There is no cache that can be looked into. */
        record Off() implements Contents {
        }

        /**
         * The entries that are alive.
         *
         * @param rows the newest first
         */
        record Entries(List<Row> rows) implements Contents {

            /** Copies the list. */
            public Entries {
                rows = List.copyOf(rows);
            }
        }

        /**
         * The cache did not answer.
         *
         * @param message what it said
         */
        record Failed(String message) implements Contents {
        }
    }

    /**
     * An entry as of a moment.
     *
     * @param entry the entry
     * @param age   how long it has been kept
     * @param left  how long it still lives
     */
    public record Row(CacheEntry entry, Duration age, Duration left) {
    }

    /**
     * A model of a cache.
     *
     * @param cache the cache as it is now; empty when caching is off or the cache cannot be looked into
     * @param open  shows an answer
     */
    public CacheModel(Supplier<Optional<InspectableCache>> cache, Consumer<AdResponse> open) {
        this(cache, open, UiThread.javaFx(), work -> Thread.ofVirtual().name("cache").start(work),
                Clock.systemUTC());
    }

    CacheModel(Supplier<Optional<InspectableCache>> cache, Consumer<AdResponse> open, UiThread ui,
               Executor elsewhere, Clock clock) {
        this.cache = cache;
        this.open = open;
        this.ui = ui;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /** What there is to see, as of the last look. */
    public ReadOnlyObjectProperty<Contents> contentsProperty() {
        return contents.getReadOnlyProperty();
    }

    /** Looks again, unless a look is still under way. */
    public void refresh() {
        ask(_ -> { });
    }

    /** Opens an entry's answer. */
    public void open(CacheEntry entry) {
        open.accept(entry.value());
    }

    /** Drops an entry and looks again. */
    public void drop(CacheEntry entry) {
        asking = false;
        ask(held -> held.drop(entry.key()));
    }

    /** Drops all entries and looks again. */
    public void clear() {
        asking = false;
        ask(InspectableCache::clear);
    }

    /** Stops to look; an answer that is still under way is not shown any more. */
    public void dispose() {
        disposed = true;
    }

    private void ask(Consumer<InspectableCache> before) {
        ui.check();
        if (asking || disposed) {
            return;
        }
        asking = true;
        Optional<InspectableCache> held = cache.get();
        elsewhere.execute(() -> {
            Contents seen = look(held, before);
            ui.execute(() -> show(seen));
        });
    }

    private Contents look(Optional<InspectableCache> held, Consumer<InspectableCache> before) {
        ui.checkNot();
        try {
            held.ifPresent(before);
            Instant now = clock.instant();
            return held.<Contents>map(c -> new Contents.Entries(c.entries().stream()
                    .map(e -> new Row(e, e.age(now), e.lifeLeft(now))).toList())).orElseGet(Contents.Off::new);
        } catch (RuntimeException fault) {
            return new Contents.Failed(Optional.ofNullable(fault.getMessage())
                    .orElse(fault.getClass().getSimpleName()));
        }
    }

    private void show(Contents seen) {
        ui.check();
        asking = false;
        if (!disposed) {
            contents.set(seen);
        }
    }
}
