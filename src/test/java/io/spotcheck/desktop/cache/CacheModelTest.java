package io.spotcheck.desktop.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.cache.CacheEntry;
import io.spotcheck.cache.InspectableCache;
import io.spotcheck.cache.MemoryCache;
import io.spotcheck.desktop.cache.CacheModel.Contents;
import io.spotcheck.desktop.cache.CacheModel.Row;
import io.spotcheck.desktop.session.UiThread;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class CacheModelTest {

    private final MemoryCache cache = new MemoryCache();
    private final List<AdResponse> opened = new ArrayList<>();
    private final Queue<Runnable> elsewhere = new ArrayDeque<>();
    private final Clock later = Clock.fixed(Instant.now().plusSeconds(60), ZoneOffset.UTC);
    private boolean blocking;

    private final UiThread ui = new UiThread() {
        @Override
        public boolean isCurrent() {
            return !blocking;
        }

        @Override
        public void execute(Runnable work) {
            blocking = false;
            work.run();
        }
    };

    private CacheModel model(Optional<InspectableCache> held) {
        return new CacheModel(() -> held, opened::add, ui, elsewhere::add, later);
    }

    @Test
    void listsWhatIsKeptWithItsAgeAndTheLifeLeft() {
        cache.set("a", answer(), Duration.ofMinutes(5));
        CacheModel model = model(Optional.of(cache));
        model.refresh();
        assertThat(model.contentsProperty().get()).isEqualTo(new Contents.Off());
        work();

        Row row = rows(model).getFirst();
        assertThat(row.age()).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(61));
        assertThat(row.left()).isBetween(Duration.ofSeconds(239), Duration.ofSeconds(241));
    }

    @Test
    void asksOnceAtATime() {
        CacheModel model = model(Optional.of(cache));
        model.refresh();
        model.refresh();

        assertThat(elsewhere).hasSize(1);
    }

    @Test
    void dropsClearsAndOpens() {
        cache.set("a", answer(), Duration.ofMinutes(5));
        cache.set("b", answer(), Duration.ofMinutes(5));
        CacheModel model = model(Optional.of(cache));
        model.refresh();
        work();
        CacheEntry first = rows(model).getFirst().entry();
        model.open(first);
        assertThat(opened).containsExactly(first.value());
        model.drop(first);
        work();
        assertThat(rows(model)).hasSize(1);
        model.clear();
        work();
        assertThat(rows(model)).isEmpty();
    }

    @Test
    void aCacheThatFailsSaysSo() {
        CacheModel model = new CacheModel(() -> Optional.of(new BrokenCache()), opened::add, ui, elsewhere::add, later);
        model.refresh();
        work();

        assertThat(model.contentsProperty().get()).isEqualTo(new Contents.Failed("no route to the cache"));
    }

    @Test
    void afterDisposalNothingIsShown() {
        CacheModel model = model(Optional.of(cache));
        model.refresh();
        model.dispose();
        work();

        assertThat(model.contentsProperty().get()).isEqualTo(new Contents.Off());
    }

    private void work() {
        while (!elsewhere.isEmpty()) {
            Runnable work = elsewhere.remove();
            blocking = true;
            work.run();
        }
    }

    private static List<Row> rows(CacheModel model) {
        return ((Contents.Entries) model.contentsProperty().get()).rows();
    }

    private static AdResponse answer() {
        return AdResponse.served("slot").build();
    }

    private static final class BrokenCache implements InspectableCache {
        @Override
        public List<CacheEntry> entries() {
            throw new IllegalStateException("no route to the cache");
        }

        @Override
        public void drop(String key) {
        }

        @Override
        public void clear() {
        }

        @Override
        public Optional<AdResponse> get(String key) {
            return Optional.empty();
        }

        @Override
        public void set(String key, AdResponse value, Duration ttl) {
        }
    }
}
